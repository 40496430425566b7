using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace GeoGraph.Cli.Commands;

/// <summary>Examples of a command, which its help shows below the options.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, string[]> s_examples = [];

    /// <summary>Gives a command its examples, each a whole command line.</summary>
    public static Command WithExamples(this Command command, params string[] examples)
    {
        s_examples.Add(command, examples);
        return command;
    }

    /// <summary>The examples of a command; those of its subcommands where it has none.</summary>
    public static IEnumerable<string> Of(Command command) =>
        s_examples.TryGetValue(command, out var examples) ? examples : command.Subcommands.Select(Of).SelectMany(e => e.Take(1));

    /// <summary>Makes the help of a tree of commands end with the examples.</summary>
    public static void ShowIn(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        /// <summary>Help is answered whatever else is missing from the command line.</summary>
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parsed)
        {
            help.Invoke(parsed);
            var output = parsed.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in Of(parsed.CommandResult.Command))
                output.WriteLine("  " + example);
            return ExitCodes.Answered;
        }
    }
}
