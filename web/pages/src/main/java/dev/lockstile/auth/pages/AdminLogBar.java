package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists.Table;
import dev.lockstile.auth.admin.LogFilter;
import dev.lockstile.auth.admin.LogFilter.State;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter above lists of sessions, codes, messages and profiles, and how the address of a list says it. Days are
 * offered where the store has an index by time ({@link LogFilter#isByTime}): codes and messages. What cannot be meant
 * is left out. Days begin and end in UTC. Addresses of pages are logged, so that links name a person by the key.
 *
 * @param said each field that says something
 */
record AdminLogBar(Table list, FoundPerson person, Map<String, String> said) {

    private static final String USER = "user";
    private static final String STATE = "status";
    private static final List<String> DAYS = List.of("from", "until");
    private static final List<String> NAMES = List.of(USER, STATE, "from", "until");
    private static final List<String> PLACES = List.of(USER, STATE, "from", "until", "after");
    private static final Set<Table> LISTS =
            Set.of(Table.SESSIONS, Table.CODES, Table.EMAIL_LOG, Table.SMS_LOG, Table.PROFILES);

    static AdminLogBar of(Table list, Auth auth, Caller caller, PageRequest request) {
        FoundPerson person = FoundPerson.of(auth, caller, request.param(USER));
        Map<String, String> said = new HashMap<>();
        said.put(USER, Objects.requireNonNullElse(person.key(), ""));
        if (state(list, request.param(STATE)) != null) {
            said.put(STATE, request.param(STATE));
        }
        if (LogFilter.isByTime(list)) {
            DAYS.stream()
                    .filter(name -> AdminUserQuery.day(request.param(name)) != null)
                    .forEach(name -> said.put(name, request.param(name)));
        }
        return new AdminLogBar(list, person, said);
    }

    private static @Nullable State state(Table list, String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.isOf(list) && word(state).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private String value(String name) {
        return said.getOrDefault(name, "");
    }

    LogFilter filter() {
        return LogFilter.ALL
                .in(state(list, value(STATE)))
                .between(AdminUserQuery.start(value("from"), 0), AdminUserQuery.start(value("until"), 1));
    }

    /** True where more than the person is chosen. */
    boolean isNarrow() {
        return !filter().equals(LogFilter.ALL);
    }

    String path() {
        return SitePath.with(root(), said, NAMES);
    }

    /** The next page; null where there is none. */
    @Nullable
    String older(@Nullable String after) {
        return after == null ? null : with(root(), "after", after);
    }

    private String root() {
        return "/admin/" + AdminTable.name(list);
    }

    private String with(String path, String name, String value) {
        Map<String, String> other = new HashMap<>(said);
        other.put(name, value);
        return SitePath.with(path, other, PLACES);
    }

    /** For the template; null for a list without one. */
    @Nullable
    Map<String, @Nullable Object> model(Texts texts) {
        if (!LISTS.contains(list)) {
            return null;
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        PLACES.forEach(name -> model.put(name, value(name)));
        model.put(USER, person.shown());
        model.put("byTime", LogFilter.isByTime(list));
        model.put("chosen", isNarrow() || person.key() != null);
        List<Map<String, Object>> chips = new ArrayList<>();
        for (State state : State.values()) {
            if (state.isOf(list)) {
                chips.add(chip(texts.say("log." + word(state)), word(state)));
            }
        }
        if (!chips.isEmpty()) {
            chips.add(0, chip(texts.say("log.all"), ""));
        }
        model.put("chips", chips);
        return model;
    }

    private Map<String, Object> chip(String text, String state) {
        return Map.of(
                "text",
                text,
                "path",
                with(root(), STATE, state),
                "on",
                value(STATE).equals(state),
                "any",
                state.isEmpty());
    }
}
