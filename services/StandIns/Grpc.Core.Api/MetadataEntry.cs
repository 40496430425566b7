using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One header: a lower-case key and either text or, if the key ends in <c>-bin</c>, bytes.</summary>
    public class Entry
    {
        private readonly byte[]? bytes;
        private readonly string? text;

        public Entry(string key, string value)
        {
            Key = Normalize(key);
            text = value ?? throw new ArgumentNullException(nameof(value));
            if (IsBinary)
                throw new ArgumentException($"The key '{Key}' ends in '{BinaryHeaderSuffix}', so its value must be bytes.", nameof(key));
        }

        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            bytes = (byte[])valueBytes.Clone();
            if (!IsBinary)
                throw new ArgumentException($"The key '{Key}' of a value of bytes must end in '{BinaryHeaderSuffix}'.", nameof(key));
        }

        public string Key { get; }

        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text; of a binary entry its bytes read as Latin-1.</summary>
        public string Value => text ?? Encoding.Latin1.GetString(bytes!);

        /// <summary>A copy of the bytes; of a text entry its text as ASCII.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(text!) : (byte[])bytes.Clone();

        public override string ToString() =>
            bytes is null ? $"[Entry: key={Key}, value={text}]" : $"[Entry: key={Key}, valueBytes={Convert.ToHexString(bytes)}]";

        private static string Normalize(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var lower = key.ToLowerInvariant();
            if (lower.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-' or '.'))
                return lower;
            throw new ArgumentException($"The metadata key '{key}' may hold letters, digits, '_', '-' and '.' only.", nameof(key));
        }
    }
}
