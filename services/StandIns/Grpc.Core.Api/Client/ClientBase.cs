using Grpc.Core.Interceptors;

namespace Grpc.Core;

/// <summary>The part of a generated client that does not depend on its own type.</summary>
public abstract class ClientBase
{
    private readonly CallInvoker? callInvoker;

    /// <summary>For test doubles: such a client starts no calls.</summary>
    protected ClientBase() => Configuration = new ClientBaseConfiguration(new UnusableCallInvoker(), null);

    protected ClientBase(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    protected ClientBase(ClientBaseConfiguration configuration)
    {
        Configuration = configuration ?? throw new ArgumentNullException(nameof(configuration));
        callInvoker = configuration.CreateCallInvoker();
    }

    protected CallInvoker CallInvoker => callInvoker ?? Configuration.UndecoratedCallInvoker;

    internal ClientBaseConfiguration Configuration { get; }

    /// <summary>How a client was made, so that a variant of it can be.</summary>
    protected internal class ClientBaseConfiguration
    {
        private readonly string? host;

        internal ClientBaseConfiguration(CallInvoker undecoratedCallInvoker, string? host)
        {
            UndecoratedCallInvoker = undecoratedCallInvoker ?? throw new ArgumentNullException(nameof(undecoratedCallInvoker));
            this.host = host;
        }

        internal CallInvoker UndecoratedCallInvoker { get; }

        internal CallInvoker CreateCallInvoker() =>
            host is null ? UndecoratedCallInvoker : UndecoratedCallInvoker.Intercept(new HostInterceptor(host));

        internal ClientBaseConfiguration WithHost(string host) => new(UndecoratedCallInvoker, host);
    }
}

/// <summary>The base of a generated client.</summary>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    protected ClientBase()
    {
    }

    protected ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>A client like this one whose calls name another host.</summary>
    public T WithHost(string host) => NewInstance(Configuration.WithHost(host));

    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
