package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.PhoneNumbers;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single users in the lists of the administration, deleted ones among them. */
record AdminUsers(AdminLists lists) {

    /** The page with the one row of the user; empty where there is none. */
    Optional<AdminLists.Page> find(UserId user) {
        String key = user.toString();
        AdminLists.Page found = lists.page(
                AdminLists.Table.USERS, AdminLists.Query.all().ofUser(key).sized(1));
        return found.rows().stream()
                .filter(row -> key.equals(String.valueOf(row.get("id"))))
                .findFirst()
                .map(row -> new AdminLists.Page(found.columns(), List.of(row), null));
    }

    /** What the lists have of the user; empty where there is none. */
    Optional<Map<String, @Nullable Object>> row(UserId user) {
        return find(user).map(page -> page.rows().get(0));
    }

    /**
     * The names of users by their keys, each read once, a number in groups; the key itself where there is no such user.
     */
    UnaryOperator<String> names(Function<String, Optional<UserId>> keys) {
        Function<String, Optional<Map<String, @Nullable Object>>> rows = rows(keys);
        return key ->
                rows.apply(key).map(AdminUsers::name).map(PhoneNumbers::grouped).orElse(key);
    }

    /** The rows of people by their keys, each read once; empty where there is no such user. */
    Function<String, Optional<Map<String, @Nullable Object>>> rows(Function<String, Optional<UserId>> keys) {
        Map<String, Optional<Map<String, @Nullable Object>>> known = new HashMap<>();
        return key -> known.computeIfAbsent(key, one -> keys.apply(one).flatMap(this::row));
    }

    /** What an administrator knows the user by: an identifier, else the key. */
    static String name(Map<String, @Nullable Object> row) {
        return Stream.of("email", "phone", "username", "id")
                .map(row::get)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
