package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.token.Sessions.SessionView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates show of the library's records: these fields and no others. */
final class TemplateValues {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private TemplateValues() {}

    static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

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
        shown.put("since", time(user.dates().joinedAt()));
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
        return sessions.stream().map(TemplateValues::session).toList();
    }

    private static Map<String, @Nullable Object> session(SessionView session) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", session.id().toString());
        shown.put("client", session.client().name().toLowerCase(Locale.ROOT));
        shown.put("label", session.deviceLabel());
        shown.put("address", session.address());
        shown.put("since", time(session.createdAt()));
        shown.put("used", time(session.lastUsedAt()));
        shown.put("current", session.current());
        return shown;
    }

    static Map<String, @Nullable Object> passkey(PasskeyState passkey) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", passkey.passkeyId());
        shown.put("name", passkey.name());
        shown.put("since", time(passkey.createdAt()));
        shown.put("used", time(passkey.use().lastUsedAt()));
        shown.put("backedUp", passkey.use().backedUp());
        return shown;
    }

    static Map<String, @Nullable Object> browser(TrustedBrowserState browser) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", browser.browserId());
        shown.put("label", browser.label());
        shown.put("used", time(browser.lastUsedAt()));
        shown.put("until", time(browser.validUntil()));
        return shown;
    }

    static Map<String, @Nullable Object> linked(LinkedAccount account) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", account.id());
        shown.put("provider", account.provider());
        shown.put("site", SiteName.of(account.provider()));
        shown.put("email", account.email());
        shown.put("since", time(account.linkedAt()));
        return shown;
    }
}
