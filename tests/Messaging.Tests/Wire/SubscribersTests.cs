using Messaging.Inbox;
using Messaging.Tests.Counting;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Hosting;
using Shouldly;
using Xunit;

namespace Messaging.Tests.Wire;

public sealed class SubscribersTests
{
    [Fact]
    public void A_reaction_to_an_event_whose_contract_does_not_name_the_service_stops_the_start() =>
        Should.Throw<StartupException>(() => Add("counting", messaging => messaging.On<RefusedByBroker, OnRefused>()))
            .Message.ShouldContain("does not name it as subscriber");

    [Fact]
    public void A_subscriber_without_a_reaction_stops_the_start() =>
        Should.Throw<StartupException>(() => Add("counting", messaging => messaging.On<AccountOpened, OnAccountOpened>()))
            .Message.ShouldContain("has no reaction");

    [Fact]
    public void Only_contracts_are_published() =>
        Should.Throw<InvalidOperationException>(() => Add("counting", messaging => messaging.On<string, OnText>()))
            .Message.ShouldContain("[EventName]");

    private static void Add(string service, Action<MessagingBuilder> describe)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration["ConnectionStrings:messaging"] = "amqp://localhost";
        builder.AddMessaging<CountingDb>(service, messaging => describe(messaging.ContractsFrom(typeof(SubscribersTests).Assembly)));
    }

    private sealed class OnRefused : IOn<RefusedByBroker>
    {
        public Task<Applied> ApplyAsync(RefusedByBroker message, CancellationToken cancellationToken) => Task.FromResult(Applied.Done);
    }

    private sealed class OnText : IOn<string>
    {
        public Task<Applied> ApplyAsync(string message, CancellationToken cancellationToken) => Task.FromResult(Applied.Done);
    }
}
