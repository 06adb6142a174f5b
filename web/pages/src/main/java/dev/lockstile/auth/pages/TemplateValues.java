package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SiteName;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.Sessions.SessionView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates show of the library's records: these fields and no others. */
final class TemplateValues {

    private TemplateValues() {}

    static Map<String, @Nullable Object> user(AccountInfo me) {
        UserInfo user = me.user();
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("email", user.email());
        shown.put("emailProven", user.identifiers().email().isVerified());
        shown.put("phone", user.phone());
        shown.put("phoneProven", user.identifiers().phone().isVerified());
        shown.put("username", user.username());
        shown.put("name", me.active().person().displayName());
        shown.put("complete", me.active().person().isComplete());
        shown.put("superuser", user.status().superuser());
        shown.put("since", user.dates().joinedAt());
        return shown;
    }

    static List<Map<String, @Nullable Object>> profiles(AccountInfo me) {
        return me.profiles().stream()
                .map(profile -> {
                    Map<String, @Nullable Object> shown = profile(profile);
                    shown.put("current", profile.id().equals(me.active().id()));
                    shown.put("only", me.profiles().size() == 1);
                    return shown;
                })
                .toList();
    }

    static Map<String, @Nullable Object> profile(ProfileInfo profile) {
        Person person = profile.person();
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", profile.id().toString());
        shown.put("name", person.fullName());
        shown.put("label", profile.label());
        shown.put("role", profile.status().role());
        shown.put("isDefault", profile.status().isDefault());
        return shown;
    }

    static List<Map<String, @Nullable Object>> sessions(List<SessionView> sessions) {
        return sessions.stream()
                .sorted(Comparator.comparing(SessionView::current)
                        .thenComparing(SessionView::lastUsedAt)
                        .reversed())
                .map(TemplateValues::session)
                .toList();
    }

    private static Map<String, @Nullable Object> session(SessionView session) {
        Map<String, @Nullable Object> shown = origin(session.client().name(), session.deviceLabel(), session.address());
        shown.put("id", session.id().toString());
        shown.put("label", session.deviceLabel());
        shown.put("since", session.createdAt());
        shown.put("used", session.lastUsedAt());
        shown.put("current", session.current());
        shown.put("byStaff", session.ofActor());
        return shown;
    }

    /**
     * Where a session was opened: the kind of client in small letters, its device, and an address that tells a place.
     */
    static Map<String, @Nullable Object> origin(String client, @Nullable String label, @Nullable String address) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("client", client.toLowerCase(Locale.ROOT));
        shown.put("device", device(label));
        shown.put("address", isOwnMachine(address) ? null : address);
        return shown;
    }

    /** Browser and system apart, and the icon for them. */
    static Map<String, String> device(@Nullable String label) {
        String[] words = words(label == null ? "" : label).split(", ", 2);
        String system = words.length == 2 ? words[1] : "";
        boolean phone = system.equals("Android") || system.equals("iOS") || system.equals("iPadOS");
        return Map.of("browser", words[0], "system", system, "icon", phone ? "phone" : "monitor");
    }

    /** Sessions of other clients than these pages have the header itself as their label. */
    private static String words(String label) {
        String known = label.indexOf('/') < 0 ? label : BrowserName.of(label);
        int product = label.indexOf('/');
        return known != null ? known : label.startsWith("Mozilla") ? "" : label.substring(0, product);
    }

    /** An address that says nothing, since it is that of the server itself. */
    static boolean isOwnMachine(@Nullable String address) {
        return address != null && (address.startsWith("127.") || address.startsWith("0:0:0") || address.equals("::1"));
    }

    static Map<String, @Nullable Object> passkey(PasskeyState passkey) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", passkey.passkeyId());
        shown.put("name", passkey.name());
        shown.put("provider", Authenticators.name(passkey.key().aaguid()));
        shown.put("icon", Authenticators.icon(passkey.key().aaguid()));
        shown.put("since", passkey.createdAt());
        shown.put("used", passkey.use().lastUsedAt());
        shown.put("backedUp", passkey.use().backedUp());
        return shown;
    }

    static Map<String, @Nullable Object> browser(TrustedBrowserState browser) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", browser.browserId());
        shown.put("label", browser.label());
        shown.put("device", device(browser.label()));
        shown.put("used", browser.lastUsedAt());
        shown.put("until", browser.validUntil());
        return shown;
    }

    static Map<String, @Nullable Object> linked(LinkedAccount account) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", account.id());
        shown.put("provider", account.provider());
        shown.put("site", SiteName.of(account.provider()));
        shown.put("email", account.email());
        shown.put("since", account.linkedAt());
        return shown;
    }

    /** Providers by name, and how people call them. */
    static List<Map<String, String>> sites(List<String> providers) {
        return providers.stream()
                .map(provider -> Map.of("name", provider, "site", SiteName.of(provider)))
                .toList();
    }
}
