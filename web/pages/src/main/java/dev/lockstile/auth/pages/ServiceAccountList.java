package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The accounts of programs, role by role: a page of each, and of a few accounts what keys they have. */
record ServiceAccountList(Auth auth, AdminLists lists) {

    private static final int SIZE = 20;

    /** Accounts whose keys are read: that takes a transaction for each. */
    private static final int FEW = 10;

    List<String> roles() {
        return auth.roles().names().stream().filter(auth.roles()::isForPrograms).toList();
    }

    /** What the template shows; {@code more} are the roles that have further accounts. */
    Map<String, Object> model(Caller caller) {
        List<Map<String, @Nullable Object>> accounts = new ArrayList<>();
        List<String> more = new ArrayList<>();
        for (String role : roles()) {
            AccountFilter filter = new AccountFilter(role, null, null, Period.ALWAYS, Period.ALWAYS);
            AdminLists.Page page = lists.page(
                    AdminLists.Table.USERS, AdminLists.Query.all().sized(SIZE).filtered(filter));
            page.rows().stream()
                    .filter(row -> row.get("deletedAt") == null)
                    .forEach(row -> accounts.add(account(row, role)));
            if (page.next() != null) {
                more.add(role);
            }
        }
        accounts.forEach(account -> account.put("keys", accounts.size() > FEW ? null : keys(caller, account)));
        return Map.of("accounts", accounts, "more", more);
    }

    private static Map<String, @Nullable Object> account(Map<String, @Nullable Object> row, String role) {
        Map<String, @Nullable Object> account = new HashMap<>();
        account.put("id", String.valueOf(row.get("id")));
        account.put("name", AdminUsers.name(row));
        account.put("role", role);
        account.put("active", Boolean.TRUE.equals(row.get("active")));
        account.put("since", row.get("joinedAt"));
        return account;
    }

    /** How many there are, and when one was last used; null where the caller may not see them. */
    private @Nullable Map<String, @Nullable Object> keys(Caller caller, Map<String, @Nullable Object> account) {
        List<ApiKey> keys = auth.userId(String.valueOf(account.get("id")))
                .flatMap(user -> auth.apiKeys().listAs(caller, user).toOptional())
                .orElse(null);
        if (keys == null) {
            return null;
        }
        Instant used = keys.stream()
                .map(ApiKey::lastUsedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("count", keys.size());
        told.put("used", used);
        return told;
    }
}
