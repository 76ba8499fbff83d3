namespace AppHost.Local.Board;

/// <summary>What is known of every resource now, in the diagram's order.</summary>
internal sealed class ResourceBoard
{
    private readonly Lock _gate = new();
    private readonly List<ResourceView> _views = [];
    private long _version;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<ResourceView> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _views];
            }
        }
    }

    public void Put(ResourceView view)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            var at = _views.FindIndex(other => other.Name == view.Name);
            if (at < 0)
            {
                _views.Add(view);
            }
            else if (_views[at] == view)
            {
                return;
            }
            else
            {
                _views[at] = view;
            }

            _version++;
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    public Task WhenHealthyAsync(IReadOnlyCollection<string> names, CancellationToken cancellation) =>
        UntilAsync(views => names.All(name => views.Any(view => view.Name == name && view.IsHealthy)), cancellation);

    /// <summary>Waits until the views satisfy a condition, looking at each change.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<ResourceView>, bool> condition, CancellationToken cancellation)
    {
        var (version, views) = await NextAsync(-1, cancellation);
        while (!condition(views))
        {
            (version, views) = await NextAsync(version, cancellation);
        }
    }

    /// <summary>The views as soon as they are newer than a version, with their version.</summary>
    public async Task<(long Version, IReadOnlyList<ResourceView> Views)> NextAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_version > after)
                {
                    return (_version, [.. _views]);
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }
}
