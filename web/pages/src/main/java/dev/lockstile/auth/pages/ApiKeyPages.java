package dev.lockstile.auth.pages;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The own API keys: made and rotated with a recent proof, shown once, revoked at any time. */
record ApiKeyPages(ApiKeys keys, Clock clock) {

    private static final String PATH = "/account/api-keys";
    private static final String ROTATE = PATH + "/rotate";
    private static final String REVOKE = PATH + "/revoke";
    private static final int NAME_MAX = 64;
    static final String DAYS = "expires_in_days";
    private static final List<Long> USUAL_DAYS = List.of(30L, 90L, 365L);

    void add(Routes routes) {
        routes.memberGet(PATH, (request, member) -> list(request, member, 200, request.fields(), null));
        routes.memberPost(PATH, this::create);
        routes.keeps(PATH, List.of("name", DAYS));
        routes.memberGet(ROTATE, (request, member) -> ask(request, member, "api-key-rotate", ROTATE));
        routes.memberPost(ROTATE, this::rotate);
        routes.memberGet(REVOKE, (request, member) -> ask(request, member, "api-key-revoke", REVOKE));
        routes.memberPost(REVOKE, this::revoke);
    }

    /** @param refused the sentence above the list */
    private Reply list(PageRequest request, Routes.Member member, int status, Fields fields, @Nullable String refused) {
        Outcome<List<ApiKey>> own = keys.list(member.caller());
        if (own instanceof Outcome.Refused<List<ApiKey>>) {
            return Reply.error(404, "not-found");
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put(
                "keys", own.orElseThrow().stream().map(key -> shown(key, keys)).toList());
        Set<String> scopes = keys.scopes(member.caller()).toOptional().orElse(Set.of());
        List<String> chosen = chosen(request);
        model.put(
                "scopes",
                new TreeSet<>(scopes)
                        .stream()
                                .map(scope -> Map.of("name", scope, "on", chosen.contains(scope)))
                                .toList());
        model.put("lives", lives(keys.life(), fields, clock.instant()));
        model.put("form", fields);
        model.put("refused", refused);
        return Reply.again(status, "api-keys", model);
    }

    /** The times to choose from, each with the day on which it ends: usual ones, and the one that was sent. */
    static List<Map<String, Object>> lives(ApiKeySettings.Life life, Fields fields, Instant now) {
        long usual = Math.max(1, life.usual().toDays());
        String sent = fields.getValues().getOrDefault(DAYS, "");
        String chosen = sent.isEmpty() ? String.valueOf(usual) : sent;
        return Stream.concat(USUAL_DAYS.stream(), Stream.of(usual))
                .filter(days -> days <= Math.max(1, life.longest().toDays()))
                .distinct()
                .sorted()
                .map(days -> Map.<String, Object>of(
                        "days", days,
                        "until", now.plus(Duration.ofDays(days)),
                        "on", chosen.equals(String.valueOf(days))))
                .toList();
    }

    /** For templates; of a secret nothing. */
    static Map<String, @Nullable Object> shown(ApiKey key, ApiKeys keys) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("id", key.id());
        shown.put("start", keys.start(key.id()));
        shown.put("name", key.name());
        shown.put("scopes", new TreeSet<>(key.scopes()).stream().toList());
        shown.put("since", key.createdAt());
        shown.put("until", key.expiresAt());
        shown.put("used", key.lastUsedAt());
        shown.put("previousUntil", key.previousUntil());
        return shown;
    }

    static List<String> chosen(PageRequest request) {
        return Stream.of(request.param("scope").split("\n"))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private Reply create(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        String name = fields.required("name", NAME_MAX);
        Duration life = life(fields);
        if (!fields.isFine()) {
            return list(request, member, 400, fields, null);
        }
        Set<String> scopes = chosen(request).stream().collect(Collectors.toUnmodifiableSet());
        return issued(request, member, fields, keys.create(member.caller(), new ApiKey.Draft(name, scopes, life)));
    }

    static @Nullable Duration life(Fields fields) {
        Long days = fields.number(DAYS);
        if (days != null && (days < 1 || days > Short.MAX_VALUE)) {
            fields.refuse(DAYS, "invalid");
        }
        return days == null || !fields.isFine() ? null : Duration.ofDays(days);
    }

    private Reply rotate(PageRequest request, Routes.Member member) {
        return issued(request, member, request.fields(), keys.rotate(member.caller(), request.param("id"), null));
    }

    private Reply issued(PageRequest request, Routes.Member member, Fields fields, Outcome<ApiKey.Issued> outcome) {
        if (outcome instanceof Outcome.Refused<ApiKey.Issued> refused) {
            return refused(request, member, fields, refused);
        }
        return Reply.page("api-key", shown(outcome.orElseThrow(), keys, PATH));
    }

    /** @param back where the page leads to */
    static Map<String, Object> shown(ApiKey.Issued issued, ApiKeys keys, String back) {
        return Map.of(
                "secret",
                issued.secret().reveal(),
                "key",
                shown(issued.key(), keys),
                "back",
                back,
                "languages",
                List.of());
    }

    private Reply refused(
            PageRequest request, Routes.Member member, Fields fields, Outcome.Refused<ApiKey.Issued> refused) {
        return switch (refused.why()) {
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED -> request.toProve();
            case NOT_FOUND, API_KEYS_OFF -> Reply.error(404, "not-found");
            case INVALID_INPUT -> {
                fields.refuse(refused.problems());
                yield list(request, member, 400, fields, null);
            }
            default -> {
                String code = Refusals.sentence(refused.why());
                yield list(request, member, Refusals.status(code), fields, code);
            }
        };
    }

    private Reply ask(PageRequest request, Routes.Member member, String act, String path) {
        return find(member.caller(), request.param("id"))
                .map(key -> {
                    Map<String, String> hidden = new LinkedHashMap<>();
                    hidden.put("id", key.id());
                    return new Question(act, path, key.name(), hidden, PATH).page();
                })
                .orElseGet(() -> Reply.error(404, "not-found"));
    }

    private Optional<ApiKey> find(Caller caller, String id) {
        return keys.list(caller).toOptional().stream()
                .flatMap(List::stream)
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    private Reply revoke(PageRequest request, Routes.Member member) {
        if (!keys.revoke(member.caller(), request.param("id")).isDone()) {
            return Reply.error(404, "not-found");
        }
        request.say("api-key-revoked");
        return Reply.go(PATH);
    }
}
