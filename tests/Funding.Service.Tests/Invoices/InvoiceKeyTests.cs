using Funding.Invoices;
using Shouldly;
using Xunit;

namespace Funding.Tests.Invoices;

public sealed class InvoiceKeyTests
{
    [Theory]
    [InlineData("0033 2100-AB", "舟山（某）仪器有限公司")]
    [InlineData("332100ab", "舟山(某)仪器 有限公司")]
    [InlineData("３３２１００ＡＢ", "舟山某仪器有限公司")]
    [InlineData("№ 332100–AB", "舟山·某　仪器有限责任公司")]
    [InlineData("332100\u200BAB", "“舟山〔某〕仪器”有限公司。")]
    public void One_invoice_is_known_again_however_number_and_seller_are_written(string number, string seller) =>
        InvoiceKey.ByName(number, seller, 300).ShouldBe(InvoiceKey.ByName("332100AB", "舟山某仪器有限公司", 300));

    [Theory]
    [InlineData("332100AB", "舟山某仪器有限公司", 301)]
    [InlineData("332100AC", "舟山某仪器有限公司", 300)]
    [InlineData("332100AB", "舟山某仪表有限公司", 300)]
    [InlineData("332100AB", "舟山某仪器股份有限公司", 300)]
    [InlineData("332100AB", "舟山某仪器𠮷有限公司", 300)]
    public void Another_number_seller_or_amount_is_another_invoice(string number, string seller, long amountFen) =>
        InvoiceKey.ByName(number, seller, amountFen).ShouldNotBe(InvoiceKey.ByName("332100AB", "舟山某仪器有限公司", 300));

    [Fact]
    public void A_number_of_nothing_but_zeros_stays_a_number()
    {
        InvoiceKey.Number("0000").ShouldBe("0000");
        InvoiceKey.Normalise("--／").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("91330902ma2a0000xj", "９１３３０９０２ＭＡ２Ａ００００ＸＪ")]
    [InlineData("91330902 MA2A0000XJ", "91330902-MA2A0000XJ")]
    public void A_code_tells_a_seller_whose_name_is_written_in_two_ways(string one, string other) =>
        InvoiceKey.ByCode("1", one, 10).ShouldBe(InvoiceKey.ByCode("1", other, 10));
}
