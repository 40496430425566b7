using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Reliance;

/// <summary>
/// The values and outputs of a cone, and which of its places can be looked through: those whose output is stated. A place without inputs adds all
/// of its output's value itself and needs no stated output.
/// </summary>
internal sealed class RelianceNet
{
    private const decimal MostInputsPerOutput = 1000m;
    private readonly GraphView _view;
    private readonly bool _outputFromSales;

    /// <summary>Reads a cone.</summary>
    public RelianceNet(GraphView view, SupplyCone cone, bool outputFromSales)
    {
        (_view, _outputFromSales, Cone) = (view, outputFromSales, cone);
        var flows = view.Graph.Flows;
        Values = new decimal[cone.Flows.Length];
        IsInferred = new bool[cone.Flows.Length];
        (Outputs, Inputs, AddsAtLeast, AddsAtMost) = (new decimal[cone.Count], new decimal[cone.Count], new decimal[cone.Count], new decimal[cone.Count]);
        (IsLookedThrough, HasUnknownInputs, Contradicts) = (new bool[cone.Count], new bool[cone.Count], new bool[cone.Count]);
        for (var place = 0; place < cone.Count; place++)
            Read(place, flows);
    }

    /// <summary>The flows.</summary>
    public SupplyCone Cone { get; }

    /// <summary>By flow: value in USD per year; 0 where not stated.</summary>
    public decimal[] Values { get; }

    /// <summary>By flow: true where it, or the output that it is set against, is inferred.</summary>
    public bool[] IsInferred { get; }

    /// <summary>By place: output in USD per year; 0 where it is not looked through.</summary>
    public decimal[] Outputs { get; }

    /// <summary>By place: the sum of the stated values of its inputs.</summary>
    public decimal[] Inputs { get; }

    /// <summary>By place: true where its inputs can be set against its output.</summary>
    public bool[] IsLookedThrough { get; }

    /// <summary>By place: true where some input states no value, is left out or was cut.</summary>
    public bool[] HasUnknownInputs { get; }

    /// <summary>By place: true where its inputs are worth more than its output.</summary>
    public bool[] Contradicts { get; }

    /// <summary>By place: the least that it adds to one unit of its output, 0 to 1.</summary>
    public decimal[] AddsAtLeast { get; }

    /// <summary>By place: the most that it adds to one unit of its output, 0 to 1.</summary>
    public decimal[] AddsAtMost { get; }

    /// <summary>What was found wrong or missing, in order of place.</summary>
    public List<(int Place, RelianceFault Fault, string Detail)> Findings { get; } = [];

    private void Read(int place, FlowTable flows)
    {
        var (unknown, inputs) = (0, 0m);
        for (var i = Cone.FirstIn[place]; i < Cone.FirstIn[place + 1]; i++)
        {
            var value = flows.Value(Cone.Flows[i]);
            unknown += value is null ? 1 : 0;
            inputs += Values[i] = value ?? 0m;
            IsInferred[i] = flows.Flags(Cone.Flows[i]).Inferred;
        }
        Inputs[place] = inputs;
        AddsAtMost[place] = 1m;
        if (Cone.IsOrigin(place))
            AddsAtLeast[place] = 1m;
        else
            Weigh(place, unknown);
    }

    private void Weigh(int place, int unknown)
    {
        if (unknown > 0 || Cone.LeftOutOf[place] > 0 || Cone.IsCut[place])
        {
            HasUnknownInputs[place] = true;
            Note(place, RelianceFault.ValueUnknown, $"{unknown} inputs without value, {Cone.LeftOutOf[place]} left out{(Cone.IsCut[place] ? ", and more beyond the limit" : "")}");
        }
        if (OutputOf(place) is not { } output)
            Note(place, RelianceFault.OutputUnknown, $"inputs of {DecimalText.Print(Inputs[place])} USD a year and no stated output");
        else if (output == 0m)
            Note(place, RelianceFault.OutputZero, $"inputs of {DecimalText.Print(Inputs[place])} USD a year and an output of 0");
        else
            SetAgainst(place, output);
    }

    private void SetAgainst(int place, decimal output)
    {
        var inputs = Inputs[place];
        if (inputs > output)
        {
            var outOfProportion = inputs / MostInputsPerOutput > output;
            Contradicts[place] = true;
            Note(place, outOfProportion ? RelianceFault.OutOfProportion : RelianceFault.InputsExceedOutput,
                $"inputs of {DecimalText.Print(inputs)} and an output of {DecimalText.Print(output)} USD a year");
            if (outOfProportion)
                return;
        }
        IsLookedThrough[place] = true;
        Outputs[place] = output;
        AddsAtMost[place] = Math.Max(0m, output - inputs) / output;
        AddsAtLeast[place] = HasUnknownInputs[place] ? 0m : AddsAtMost[place];
    }

    private decimal? OutputOf(int place)
    {
        var node = Cone.Nodes[place];
        if (_view.Graph.OutputOf(node) is { } stated)
            return stated;
        if (!_outputFromSales)
            return null;
        var (sales, any) = (0m, false);
        foreach (var flow in _view.Graph.Flows.FromNode(node))
        {
            if (!_view.Holds(flow))
                continue;
            if (!_view.Counts(flow) || _view.Graph.Flows.Value(flow) is not { } value)
                return null;
            (sales, any) = (sales + value, true);
        }
        if (!any)
            return null;
        Note(place, RelianceFault.OutputFromSales, $"sales of {DecimalText.Print(sales)} USD a year");
        IsInferred.AsSpan(Cone.FirstIn[place]..Cone.FirstIn[place + 1]).Fill(true);
        return sales;
    }

    private void Note(int place, RelianceFault fault, string detail) => Findings.Add((place, fault, detail));
}
