package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeyAdministration;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The host serves no API keys: no text is one, and no query is made. */
public final class NoApiKeys implements ApiKeys, ApiKeyAdministration {

    @Override
    public boolean isServed() {
        return false;
    }

    @Override
    public Outcome<Set<String>> scopes(Caller caller) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<List<ApiKey>> listAs(Caller caller, UserId user) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<List<ApiKey>> list(UserId user) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<Set<String>> scopes(UserId user) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<ApiKey.Issued> create(UserId user, ApiKey.Draft draft, String reference) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<ApiKey.Issued> rotate(ApiKey.Owned key, @Nullable Duration validFor, String reference) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<Boolean> revoke(ApiKey.Owned key, String reference) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public ApiKeySettings.Life life() {
        return ApiKeySettings.withPrefix("none").life();
    }

    @Override
    public String start(String id) {
        return "";
    }

    @Override
    public boolean isKey(String text) {
        return false;
    }

    @Override
    public Outcome<Caller> authenticate(String key) {
        return Outcome.refused(Refusal.INVALID_TOKEN);
    }

    @Override
    public Outcome<ApiKey.Issued> create(Caller caller, ApiKey.Draft draft) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<ApiKey.Issued> createAs(Caller caller, UserId program, ApiKey.Draft draft, String reference) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<Set<String>> scopesAs(Caller caller, UserId program) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<ApiKey.Issued> rotateAs(
            Caller caller, ApiKey.Owned key, @Nullable Duration validFor, String reference) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<List<ApiKey>> list(Caller caller) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<ApiKey> rename(Caller caller, String id, String name) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<ApiKey.Issued> rotate(Caller caller, String id, @Nullable Duration validFor) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }

    @Override
    public Outcome<Boolean> revoke(Caller caller, String id) {
        return Outcome.refused(Refusal.API_KEYS_OFF);
    }
}
