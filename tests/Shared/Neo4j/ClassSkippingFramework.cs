using Xunit.Abstractions;
using Xunit.Sdk;

namespace GeoGraph.Tests;

/// <summary>xunit, with the difference that a test of a class that <see cref="RequiresNeo4jAttribute"/> marks is skipped where there is no Neo4j, whichever class declares it.</summary>
public sealed class ClassSkippingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assembly) => new Discoverer(assembly, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink messages) : XunitTestFrameworkDiscoverer(assembly, sources, messages)
    {
        protected override bool FindTestsForMethod(ITestMethod method, bool includeSourceInformation, IMessageBus bus, ITestFrameworkDiscoveryOptions options)
        {
            if (SkippedTestCase.ReasonOf(method.TestClass) is null || !method.Method.GetCustomAttributes(typeof(FactAttribute)).Any())
                return base.FindTestsForMethod(method, includeSourceInformation, bus, options);
            using var skipped = new SkippedTestCase(DiagnosticMessageSink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method);
            return ReportDiscoveredTestCase(skipped, includeSourceInformation, bus);
        }
    }
}

/// <summary>A test, or all cases of a theory, that cannot run for want of a Neo4j.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    [Obsolete("For xunit, which makes cases anew from their texts.")]
    public SkippedTestCase()
    {
    }

    public SkippedTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    internal static string? ReasonOf(ITestClass type) =>
        type.Class.GetCustomAttributes(typeof(RequiresNeo4jAttribute)).Any() ? Neo4jInstallation.ReasonToSkip : null;

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => ReasonOf(TestMethod.TestClass) ?? base.GetSkipReason(factAttribute);
}
