package dev.lockstile.auth.spring.internal.http;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.http.settings.BlobStore;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.http.settings.TrustedProxies;
import dev.lockstile.auth.spring.internal.settings.FlowProperties;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import java.util.ArrayList;
import java.util.List;

/** Makes the settings of the endpoints from the properties of the application. */
final class HttpSettingsFactory {

    private final HttpProperties http;
    private final FlowProperties flows;
    private final boolean development;

    /** @param development whether the application runs on a developer's machine */
    HttpSettingsFactory(HttpProperties http, FlowProperties flows, boolean development) {
        this.http = http;
        this.flows = flows;
        this.development = development;
    }

    /**
     * The settings.
     *
     * @throws AuthSetupException when a property is refused
     */
    HttpSettings settings() {
        try {
            HttpSettings made = browsers(HttpSettings.defaults().withLoginRedirectUrl(http.loginRedirectUrl()));
            JsonNaming naming = http.naming();
            if (naming != null) {
                made = made.withNaming(naming);
            }
            made = unknownMembers(made);
            if (!http.trustedProxies().isEmpty()) {
                made = made.withClientAddress(
                        TrustedProxies.of(http.trustedProxies().toArray(String[]::new)));
            }
            if (http.pictures() != null) {
                made = made.withPictures(BlobStore.files(http.pictures(), http.picturesUrl()));
            }
            if (!http.purposes().isEmpty()) {
                made = made.offerPurposes(http.purposes().toArray(String[]::new));
            }
            for (EndpointGroup absent : absent()) {
                made = made.without(absent);
            }
            return made;
        } catch (IllegalArgumentException e) {
            throw new AuthSetupException(List.of("property-refused: lockstile.http.*: " + e.getMessage()));
        }
    }

    /** A mistyped member shows while the client is written; a client that is newer than the server may go on. */
    private HttpSettings unknownMembers(HttpSettings settings) {
        Boolean ignored = http.ignoreUnknownMembers();
        if (ignored == null || ignored && development && settings.naming() == JsonNaming.CLEAN) {
            return settings;
        }
        return ignored ? settings.allowUnknownMembers() : settings.refuseUnknownMembers();
    }

    private HttpSettings browsers(HttpSettings settings) {
        HttpSettings with = http.allowedOrigins().isEmpty() ? settings : settings.allowOrigins(http.allowedOrigins());
        if (http.allowedHeaders() != null) {
            with = with.allowRequestHeaders(http.allowedHeaders());
        }
        return http.cookies() ? with.allowCookies() : with;
    }

    private List<EndpointGroup> absent() {
        List<EndpointGroup> absent = new ArrayList<>();
        addUnless(flows.passwords(), EndpointGroup.PASSWORDS, absent);
        addUnless(flows.codes(), EndpointGroup.CODES, absent);
        addUnless(flows.signUp(), EndpointGroup.SIGN_UP, absent);
        addUnless(flows.administration(), EndpointGroup.ADMINISTRATION, absent);
        addUnless(flows.pictures(), EndpointGroup.PICTURES, absent);
        return absent;
    }

    private static void addUnless(boolean served, EndpointGroup group, List<EndpointGroup> absent) {
        if (!served) {
            absent.add(group);
        }
    }
}
