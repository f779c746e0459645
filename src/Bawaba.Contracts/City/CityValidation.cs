// Every rule a city.json must keep. Returns all faults at once, each with the gate and camera it stands in.
namespace Bawaba.Contracts.City;

internal static class CityValidation
{
    private const int MaxGates = 200;
    private const int MaxCamerasPerGate = 32;
    private const int MaxDirectorates = 40;

    internal static IReadOnlyList<string> FaultsOf(CitySettings city)
    {
        var faults = new List<string>();
        if (city.Gates.Count is 0 or > MaxGates)
            faults.Add($"a city has 1 to {MaxGates} gates, this one has {city.Gates.Count}");
        CheckName(city.Name, "city", faults);
        CheckUnique(city.Gates.Select(g => g.Id.Value), "gate", faults);
        CheckDirectorates(city.Directorates ?? [], faults);
        CheckUnique(city.Gates.SelectMany(g => g.Cameras).Select(c => c.Id.Value), "camera", faults);
        foreach (var gate in city.Gates)
            CheckGate(gate, faults);
        RoadValidation.Check(city, faults);
        return faults;
    }

    private static void CheckDirectorates(IReadOnlyList<DirectorateSettings> directorates, List<string> faults)
    {
        if (directorates.Count > MaxDirectorates)
            faults.Add($"a room has at most {MaxDirectorates} directorates, this one has {directorates.Count}");
        CheckUnique(directorates.Select(d => d.Id.Value), "directorate", faults);
        foreach (var directorate in directorates)
            CheckName(directorate.Name, $"directorate {directorate.Id}", faults);
    }

    private static void CheckGate(GateSettings gate, List<string> faults)
    {
        var place = $"gate {gate.Id}";
        CheckName(gate.Name, place, faults);
        CheckUnique(gate.Lanes.Select(l => l.Id.Value), $"{place}: lane", faults);
        if (gate.Lanes.Count == 0)
            faults.Add($"{place}: has no lane");
        if (gate.Cameras.Count > MaxCamerasPerGate)
            faults.Add($"{place}: more than {MaxCamerasPerGate} cameras");
        foreach (var lane in gate.Lanes)
            CheckName(lane.Name, $"{place}, lane {lane.Id}", faults);
        foreach (var camera in gate.Cameras)
            CheckCamera(gate, camera, $"{place}, camera {camera.Id}", faults);
    }

    private static void CheckCamera(GateSettings gate, CameraSettings camera, string place, List<string> faults)
    {
        CheckName(camera.Name, place, faults);
        if (gate.Lanes.All(l => l.Id != camera.Lane))
            faults.Add($"{place}: lane '{camera.Lane}' is not a lane of this gate");
        if (camera.Url is null == camera.Traffic is null)
            faults.Add($"{place}: give exactly one of url and traffic");
        if (camera.Url is not null)
            CheckUrl(camera.Url, place, faults);
        if (camera is { LiveUrl: not null, Url: null })
            faults.Add($"{place}: liveUrl without url");
        if (camera.LiveUrl is not null)
            CheckUrl(camera.LiveUrl, place, faults);
        if (camera.Traffic is { } traffic && traffic.VehiclesPerHour is not (> 0 and <= 3600))
            faults.Add($"{place}: vehiclesPerHour must be above 0 and at most 3600");
        if (camera.FramesPerSecond is not (>= 1 and <= 15))
            faults.Add($"{place}: framesPerSecond must be 1 to 15");
        if (camera.Line is { } line && !(IsFraction(line.X1) && IsFraction(line.Y1) && IsFraction(line.X2) && IsFraction(line.Y2)))
            faults.Add($"{place}: the line's ends are fractions from 0 to 1");
        foreach (var mask in camera.Masks)
        {
            if (!(IsFraction(mask.X0) && IsFraction(mask.Y0) && IsFraction(mask.X1) && IsFraction(mask.Y1) && mask.X0 < mask.X1 && mask.Y0 < mask.Y1))
                faults.Add($"{place}: a mask is x0 < x1 and y0 < y1, fractions from 0 to 1");
        }
    }

    // Cameras are hostile: only their own scheme, and never a password where settings are read, copied and shown.
    private static void CheckUrl(string url, string place, List<string> faults)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            faults.Add($"{place}: url is not an address");
        else if (uri.Scheme is not ("rtsp" or "rtsps"))
            faults.Add($"{place}: scheme '{uri.Scheme}' is not allowed; use rtsp or rtsps");
        else if (uri.UserInfo.Length > 0)
            faults.Add($"{place}: take user and password out of the url and put them into cameras.secret.json");
        else if (url.AsSpan().IndexOfAny("'\"\\\r\n\t ") >= 0)
            faults.Add($"{place}: url holds a quote, a backslash or a space");
    }

    private static bool IsFraction(double value) => value is >= 0 and <= 1;

    internal static void CheckName(LocalName name, string place, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(name.Ar) || string.IsNullOrWhiteSpace(name.En))
            faults.Add($"{place}: needs a name in Arabic and in English");
    }

    internal static void CheckUnique(IEnumerable<string> ids, string what, List<string> faults)
    {
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            faults.Add($"{what} '{twice.Key}' stands more than once");
    }
}
