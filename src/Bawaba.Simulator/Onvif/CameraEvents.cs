// The event service of one camera: pull points, and a message for each fault of the picture that begins or ends.
using System.Globalization;
using System.Security.Cryptography;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;

namespace Bawaba.Simulator.Onvif;

internal sealed class CameraEvents : IDisposable
{
    private const int MaxPullPoints = 16;
    private const int MostMessages = 100;
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPull = TimeSpan.FromMinutes(1);
    private static readonly (SimulatedFault Fault, string Topic)[] Topics =
        [(SimulatedFault.Blurred, "ImageTooBlurry"), (SimulatedFault.Dark, "ImageTooDark"), (SimulatedFault.Moved, "GlobalSceneChange")];

    private readonly SimulatedCamera _camera;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PullPoint> _points = new(StringComparer.Ordinal);

    internal CameraEvents(SimulatedCamera camera, TimeProvider time)
    {
        (_camera, _time) = (camera, time);
        camera.Faults.Changed += Tell;
    }

    /// <summary>The body of the answer; null when the operation is not served.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="at">The camera's addresses.</param>
    /// <param name="point">The pull point in the address; null at the service itself.</param>
    /// <param name="cancellation">The client has gone.</param>
    internal async Task<string?> AnswerAsync(SoapRequest request, OnvifAddresses at, string? point, CancellationToken cancellation) =>
        request.Operation.Name.LocalName switch
        {
            "GetEventProperties" => Properties(),
            "GetServiceCapabilities" => "<tev:GetServiceCapabilitiesResponse><tev:Capabilities WSPullPointSupport=\"true\" MaxPullPoints=\"16\"/></tev:GetServiceCapabilitiesResponse>",
            "CreatePullPointSubscription" => Create(request, at),
            "PullMessages" => await PullAsync(request, Find(point), cancellation).ConfigureAwait(false),
            "Renew" => Renew(request, Find(point)),
            "SetSynchronizationPoint" => Synchronise(Find(point)),
            "Unsubscribe" => Remove(point),
            _ => null,
        };

    public void Dispose()
    {
        _camera.Faults.Changed -= Tell;
        lock (_lock)
        {
            foreach (var point in _points.Values)
                point.Close();
            _points.Clear();
        }
    }

    private string Create(SoapRequest request, OnvifAddresses at)
    {
        var now = _time.GetUtcNow();
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var point = new PullPoint(now + request.Duration("InitialTerminationTime", UsualLife, LongestLife));
        lock (_lock)
        {
            foreach (var (old, _) in _points.Where(p => p.Value.Until < now).ToList())
                _points.Remove(old);
            if (_points.Count >= MaxPullPoints)
                throw new SoapFault(500, "Action", $"There are {MaxPullPoints} pull points already.");
            _points[name] = point;
        }
        Synchronise(point);
        return $"""
            <tev:CreatePullPointSubscriptionResponse><tev:SubscriptionReference><wsa:Address>{at.Events}/{name}</wsa:Address></tev:SubscriptionReference>
            {Times("wsnt", point)}</tev:CreatePullPointSubscriptionResponse>
            """;
    }

    private async Task<string> PullAsync(SoapRequest request, PullPoint point, CancellationToken cancellation)
    {
        var most = int.TryParse(request.Text("MessageLimit"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MostMessages) : 1;
        var messages = await point.PullAsync(most, request.Duration("Timeout", TimeSpan.Zero, LongestPull), _time, cancellation).ConfigureAwait(false);
        return $"<tev:PullMessagesResponse>{Times("tev", point)}{string.Concat(messages)}</tev:PullMessagesResponse>";
    }

    private string Renew(SoapRequest request, PullPoint point)
    {
        point.Until = _time.GetUtcNow() + request.Duration("TerminationTime", UsualLife, LongestLife);
        return $"<wsnt:RenewResponse>{Times("wsnt", point)}</wsnt:RenewResponse>";
    }

    private string Synchronise(PullPoint point)
    {
        foreach (var (fault, topic) in Topics)
            point.Offer(Message(topic, "Initialized", _camera.Faults.IsOn(fault)));
        return "<tev:SetSynchronizationPointResponse/>";
    }

    private string Remove(string? name)
    {
        Find(name).Close();
        lock (_lock)
            _points.Remove(name!);
        return "<wsnt:UnsubscribeResponse/>";
    }

    private PullPoint Find(string? name)
    {
        lock (_lock)
        {
            return name is not null && _points.TryGetValue(name, out var point) && point.Until >= _time.GetUtcNow()
                ? point
                : throw new SoapFault(400, "InvalidArgVal", "There is no such pull point, or its time is over.");
        }
    }

    private void Tell(SimulatedFault fault, bool isOn)
    {
        if (Array.Find(Topics, t => t.Fault == fault) is not { Topic: { } topic })
            return;
        var message = Message(topic, "Changed", isOn);
        lock (_lock)
        {
            foreach (var point in _points.Values)
                point.Offer(message);
        }
    }

    private string Times(string prefix, PullPoint point)
    {
        // The camera dates its answers by its own clock, right or wrong.
        var now = _camera.Now;
        return $"<{prefix}:CurrentTime>{Utc(now)}</{prefix}:CurrentTime><{prefix}:TerminationTime>{Utc(now + (point.Until - _time.GetUtcNow()))}</{prefix}:TerminationTime>";
    }

    private string Message(string topic, string operation, bool isOn) => $"""
        <wsnt:NotificationMessage><wsnt:Topic Dialect="http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet">tns1:VideoSource/{topic}/ImagingService</wsnt:Topic>
        <wsnt:Message><tt:Message UtcTime="{Utc(_camera.Now)}" PropertyOperation="{operation}"><tt:Source><tt:SimpleItem Name="Source" Value="{MediaAnswers.VideoSource}"/></tt:Source>
        <tt:Data><tt:SimpleItem Name="State" Value="{(isOn ? "true" : "false")}"/></tt:Data></tt:Message></wsnt:Message></wsnt:NotificationMessage>
        """;

    private static string Properties()
    {
        var topics = string.Concat(Topics.Select(t => $"""
            <{t.Topic}><ImagingService wstop:topic="true"><tt:MessageDescription IsProperty="true"><tt:Source><tt:SimpleItemDescription Name="Source" Type="tt:ReferenceToken"/></tt:Source>
            <tt:Data><tt:SimpleItemDescription Name="State" Type="xs:boolean"/></tt:Data></tt:MessageDescription></ImagingService></{t.Topic}>
            """));
        return $"""
            <tev:GetEventPropertiesResponse><tev:TopicNamespaceLocation>http://www.onvif.org/onvif/ver10/topics/topicns.xml</tev:TopicNamespaceLocation>
            <wsnt:FixedTopicSet>true</wsnt:FixedTopicSet><wstop:TopicSet><tns1:VideoSource>{topics}</tns1:VideoSource></wstop:TopicSet>
            <wsnt:TopicExpressionDialect>http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet</wsnt:TopicExpressionDialect></tev:GetEventPropertiesResponse>
            """;
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
