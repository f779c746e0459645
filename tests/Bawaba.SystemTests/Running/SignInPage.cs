// A person at the sign-in page, with the program on their phone that shows the second factor's digits.
using Bawaba.Tests.Center;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Running;

internal static class SignInPage
{
    /// <summary>Signs in on the page that is open. Where no secret is given and the page shows one, it is set up; the secret comes back.</summary>
    internal static async Task<string?> FillAsync(IPage page, string name, string password, string? secret)
    {
        await page.GetByTestId("user").FillAsync(name);
        await page.GetByTestId("password").FillAsync(password);
        if (secret is not null)
            await page.GetByTestId("code").FillAsync(await Codes.NextAsync(secret));
        await page.GetByTestId("sign-in").ClickAsync();
        await page.Locator("[data-testid=person], [data-testid=secret]").First.WaitForAsync();
        if (secret is not null || await page.GetByTestId("secret").CountAsync() == 0)
            return secret;
        return await FillAsync(page, name, password, await page.GetByTestId("secret").InnerTextAsync());
    }
}
