#nullable disable

using System.Globalization;
using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A point of two or three coordinates in a coordinate system.</summary>
public sealed class Point : IEquatable<Point>, IWireValue
{
    /// <summary>A point in the plane or on the sphere.</summary>
    public Point(int srId, double x, double y)
        : this(srId, x, y, double.NaN, 2)
    {
    }

    /// <summary>A point in space.</summary>
    public Point(int srId, double x, double y, double z)
        : this(srId, x, y, z, 3)
    {
    }

    private Point(int srId, double x, double y, double z, int dimension)
    {
        SrId = srId;
        X = x;
        Y = y;
        Z = z;
        Dimension = dimension;
    }

    /// <summary>Gets the number of the coordinate system: 7203 and 9157 are Cartesian, 4326 and 4979 are WGS 84 in degrees.</summary>
    public int SrId { get; }

    /// <summary>Gets the first coordinate, the longitude on the sphere.</summary>
    public double X { get; }

    /// <summary>Gets the second coordinate, the latitude on the sphere.</summary>
    public double Y { get; }

    /// <summary>Gets the third coordinate; not a number where there is none.</summary>
    public double Z { get; }

    internal int Dimension { get; }

    /// <inheritdoc/>
    public bool Equals(Point other) => other is not null && Dimension == other.Dimension && SrId == other.SrId
        && X.Equals(other.X) && Y.Equals(other.Y) && Z.Equals(other.Z);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as Point);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SrId, X, Y, Z);

    /// <inheritdoc/>
    public override string ToString() => Dimension == 2
        ? string.Create(CultureInfo.InvariantCulture, $"Point{{srId={SrId}, x={X}, y={Y}}}")
        : string.Create(CultureInfo.InvariantCulture, $"Point{{srId={SrId}, x={X}, y={Y}, z={Z}}}");

    void IWireValue.WriteTo(PackStreamWriter writer)
    {
        writer.BeginStructure(Dimension == 2 ? StructureTag.Point2D : StructureTag.Point3D, Dimension + 1);
        writer.Write((long)SrId);
        writer.Write(X);
        writer.Write(Y);
        if (Dimension == 3)
            writer.Write(Z);
    }
}
