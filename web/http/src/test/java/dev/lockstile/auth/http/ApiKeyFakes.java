package dev.lockstile.auth.http;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys that give the answers a test wants. */
record ApiKeyFakes(Fakes fakes) implements ApiKeys {

    static void fill(Map<String, Object> answers) {
        ApiKey key =
                new ApiKey("k1", "build", Set.of("orders:read"), Samples.NOW, Samples.NOW, Samples.NOW, Samples.NOW);
        answers.put("issueApiKey", Outcome.done(new ApiKey.Issued(Secret.of("acme_0"), key)));
        answers.put("apiKeys", Outcome.done(List.of(key)));
        answers.put("apiKey", Outcome.done(key));
        answers.put("revokeApiKey", Outcome.done(true));
    }

    @Override
    public boolean isServed() {
        return true;
    }

    @Override
    public Outcome<Set<String>> scopes(Caller caller) {
        return Outcome.done(Set.of());
    }

    @Override
    public Outcome<List<ApiKey>> listAs(Caller caller, UserId user) {
        return fakes.answer("apiKeys", caller, user);
    }

    @Override
    public boolean isKey(String text) {
        return text.startsWith("acme_");
    }

    @Override
    public Outcome<Caller> authenticate(String key) {
        return fakes.answer("useApiKey", key);
    }

    @Override
    public Outcome<ApiKey.Issued> create(Caller caller, ApiKey.Draft draft) {
        return fakes.answer("issueApiKey", caller, draft);
    }

    @Override
    public Outcome<ApiKey.Issued> createAs(Caller caller, UserId program, ApiKey.Draft draft, String reference) {
        return fakes.answer("issueApiKey", caller, program, draft, reference);
    }

    @Override
    public Outcome<Set<String>> scopesAs(Caller caller, UserId program) {
        return Outcome.done(Set.of());
    }

    @Override
    public Outcome<ApiKey.Issued> rotateAs(
            Caller caller, ApiKey.Owned key, @Nullable Duration validFor, String reference) {
        return fakes.answer("issueApiKey", caller, key, String.valueOf(validFor), reference);
    }

    @Override
    public Outcome<List<ApiKey>> list(Caller caller) {
        return fakes.answer("apiKeys", caller);
    }

    @Override
    public Outcome<ApiKey> rename(Caller caller, String id, String name) {
        return fakes.answer("apiKey", caller, id, name);
    }

    @Override
    public Outcome<ApiKey.Issued> rotate(Caller caller, String id, @Nullable Duration validFor) {
        return fakes.answer("issueApiKey", caller, id, String.valueOf(validFor));
    }

    @Override
    public Outcome<Boolean> revoke(Caller caller, String id) {
        return fakes.answer("revokeApiKey", caller, id);
    }

    @Override
    public ApiKeySettings.Life life() {
        return ApiKeySettings.withPrefix("acme").life();
    }

    @Override
    public String start(String id) {
        return "acme_" + id;
    }
}
