package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.admin.AccountCsv;
import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.model.UserInfo;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accounts as an administration sees them: in a list, one by one, and as a file. */
public record AdminUserPayload(ProfilePayload profiles) {

    /** The members of a row, by the columns of the list. */
    private static final Map<String, String> MEMBERS = AccountCsv.columns();

    /** A page of the list. */
    public static JsonObject page(AdminLists.Page page) {
        return new JsonObject()
                .with("users", page.rows().stream().map(AdminUserPayload::row).toList())
                .with("next", page.next());
    }

    private static JsonObject row(Map<String, @Nullable Object> row) {
        JsonObject json = new JsonObject();
        for (Map.Entry<String, String> member : MEMBERS.entrySet()) {
            Object value = row.get(member.getKey());
            json = json.with(member.getValue(), member.getKey().equals("id") ? key(value) : value);
        }
        return json;
    }

    private static Object key(@Nullable Object key) {
        return KeyPayload.json(Objects.requireNonNull(key));
    }

    /** An account with its profiles. */
    public JsonObject of(AccountDirectory.Account account) {
        return user(account.user())
                .withAll(HostPayload.of(profiles.host().ofUser(account.user().id())))
                .with("profiles", profiles.all(account.profiles()));
    }

    /** An account by itself. */
    public static JsonObject user(UserInfo user) {
        return new JsonObject()
                .with("id", KeyPayload.json(user.id().key()))
                .with("email", user.email())
                .with("email_verified_at", user.identifiers().email().verifiedAt())
                .with("phone", user.phone())
                .with("phone_verified_at", user.identifiers().phone().verifiedAt())
                .with("username", user.username())
                .with("is_active", user.status().active())
                .with("is_staff", user.status().staff())
                .with("is_superuser", user.status().superuser())
                .with("is_program", user.status().program())
                .with("joined_at", user.dates().joinedAt())
                .with("last_login_at", user.dates().lastLoginAt())
                .with("deleted_at", user.status().deletedAt())
                .with("disabled_until", user.status().disabledUntil())
                .with("language", user.language())
                .with("timezone", user.timezone());
    }
}
