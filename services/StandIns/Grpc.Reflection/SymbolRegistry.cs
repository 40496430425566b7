using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>Finds files by their name and by the full names of what they declare.</summary>
public class SymbolRegistry
{
    private readonly Dictionary<string, FileDescriptor> filesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> filesBySymbol = new(StringComparer.Ordinal);

    private SymbolRegistry()
    {
    }

    /// <summary>A registry of files and of every file that they import.</summary>
    public static SymbolRegistry FromFiles(IEnumerable<FileDescriptor> fileDescriptors)
    {
        ArgumentNullException.ThrowIfNull(fileDescriptors);
        var registry = new SymbolRegistry();
        foreach (var file in fileDescriptors)
            registry.AddFile(file);
        return registry;
    }

    public FileDescriptor? FileByName(string filename) => filesByName.GetValueOrDefault(filename);

    public FileDescriptor? FileContainingSymbol(string symbol) => filesBySymbol.GetValueOrDefault(symbol);

    private void AddFile(FileDescriptor file)
    {
        if (!filesByName.TryAdd(file.Name, file))
            return;
        foreach (var dependency in file.Dependencies)
            AddFile(dependency);
        foreach (var service in file.Services)
        {
            AddSymbol(service);
            foreach (var method in service.Methods)
                AddSymbol(method);
        }

        foreach (var message in file.MessageTypes)
            AddMessage(message);
        foreach (var enumeration in file.EnumTypes)
            AddEnum(enumeration);
    }

    private void AddMessage(MessageDescriptor message)
    {
        AddSymbol(message);
        foreach (var field in message.Fields.InDeclarationOrder())
            AddSymbol(field);
        foreach (var nested in message.NestedTypes)
            AddMessage(nested);
        foreach (var enumeration in message.EnumTypes)
            AddEnum(enumeration);
    }

    private void AddEnum(EnumDescriptor enumeration)
    {
        AddSymbol(enumeration);
        foreach (var value in enumeration.Values)
            AddSymbol(value);
    }

    private void AddSymbol(IDescriptor declared) => filesBySymbol[declared.FullName] = declared.File;
}
