package dev.lockstile.auth.passkey.internal.ceremony;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy and a challenge in the library's form. Which site may frame the page has been looked at before. */
final class Server {

    private Server() {}

    static ServerProperty of(CeremonyPolicy policy, CredentialBytes challenge) {
        ServerProperty.Builder server = ServerProperty.builder()
                .origins(origins(policy.origins()))
                .rpId(policy.relyingParty())
                .challenge(new DefaultChallenge(challenge.toArray()));
        return policy.framedBy().isEmpty()
                ? server.build()
                : server.anyTopOrigin().build();
    }

    private static Set<Origin> origins(Set<String> texts) {
        return texts.stream().map(Origin::new).collect(Collectors.toSet());
    }
}
