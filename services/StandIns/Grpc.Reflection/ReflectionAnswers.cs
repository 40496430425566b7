using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>Answers reflection requests about a set of services.</summary>
internal sealed class ReflectionAnswers(IEnumerable<string> services, SymbolRegistry symbols)
{
    private readonly List<string> services = [.. services];

    public static ReflectionAnswers Of(IEnumerable<ServiceDescriptor> descriptors)
    {
        var known = descriptors.ToList();
        return new ReflectionAnswers(
            known.Select(service => service.FullName),
            SymbolRegistry.FromFiles(known.Select(service => service.File)));
    }

    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            ServerReflectionRequest.MessageRequestOneofCase.FileByFilename =>
                File(symbols.FileByName(request.FileByFilename), "file", request.FileByFilename),
            ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol =>
                File(symbols.FileContainingSymbol(request.FileContainingSymbol), "symbol", request.FileContainingSymbol),
            ServerReflectionRequest.MessageRequestOneofCase.ListServices => Services(),
            ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension or
            ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType =>
                Error(StatusCode.Unimplemented, "Extensions are not supported by this reflection service."),
            _ => Error(StatusCode.InvalidArgument, "The reflection request asks nothing."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private static ServerReflectionResponse File(FileDescriptor? file, string kind, string name)
    {
        if (file is null)
            return Error(StatusCode.NotFound, $"The {kind} '{name}' is not known here.");
        var found = new FileDescriptorResponse();
        Collect(file, [], found);
        return new ServerReflectionResponse { FileDescriptorResponse = found };
    }

    private static void Collect(FileDescriptor file, HashSet<string> seen, FileDescriptorResponse found)
    {
        if (!seen.Add(file.Name))
            return;
        found.FileDescriptorProto.Add(file.SerializedData);
        foreach (var dependency in file.Dependencies)
            Collect(dependency, seen, found);
    }

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };

    private ServerReflectionResponse Services()
    {
        var list = new ListServiceResponse();
        list.Service.AddRange(services.Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = list };
    }
}
