// The word for each value of each closed set, in the language of the screen. A set's keys are its name and the value's
// (alert-state.Raised); a test walks every set in both languages. A code from outside that no text knows is shown as it is.

namespace Bawaba.Pages.Language;

internal static class SetWords
{
    /// <summary>The text of an enum's value: <c>alert-state.Raised</c>.</summary>
    internal static string Word<TEnum>(this ScreenLanguage language, TEnum value)
        where TEnum : struct, Enum => language[$"{SetName(typeof(TEnum))}.{value}"];

    internal static string Category(this ScreenLanguage language, string code) => language.Find($"category.{code}") ?? code;

    /// <summary>A word of the closed set of permitted actions.</summary>
    internal static string Action(this ScreenLanguage language, string code) => language.Find($"action.{code}") ?? code;

    /// <summary>Why a camera is not live; null when there is nothing to say.</summary>
    internal static string? CameraReason(this ScreenLanguage language, string code) =>
        code.Length == 0 ? null : language.Find($"camera-reason.{code}") ?? code;

    internal static string SetName(Type type)
    {
        var name = type.Name;
        var set = string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
        return set;
    }
}
