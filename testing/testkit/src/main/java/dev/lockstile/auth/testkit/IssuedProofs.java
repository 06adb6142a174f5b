package dev.lockstile.auth.testkit;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The ID tokens and codes that a {@link TestSocialProvider} gave out, and whom each stands for. Safe for many threads.
 */
final class IssuedProofs {

    private final String name;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();

    IssuedProofs(String name) {
        this.name = name;
    }

    SocialProof idToken(SocialPerson person, @Nullable String nonce) {
        return new SocialProof.IdToken(issue("-token-", new Issued(person, nonce, null)), null);
    }

    Secret code(SocialPerson person, String nonce, String challenge) {
        return issue("-code-", new Issued(person, nonce, challenge));
    }

    private Secret issue(String kind, Issued what) {
        String text = name + kind + counter.incrementAndGet();
        issued.put(text, what);
        return Secret.of(text);
    }

    /**
     * A code is good for once, and for the client that has the verifier of its challenge; a token for as long as the
     * test runs.
     */
    SocialProvider.Verdict verify(SocialProof proof) {
        if (proof instanceof SocialProof.Code code) {
            Issued known = issued.remove(code.code().reveal());
            return verdict(known, proof, known != null && Objects.equals(known.challenge(), s256(code.verifier())));
        }
        Secret token = proof instanceof SocialProof.IdToken id ? id.token() : ((SocialProof.AccessToken) proof).token();
        return verdict(issued.get(token.reveal()), proof, true);
    }

    private static SocialProvider.Verdict verdict(@Nullable Issued known, SocialProof proof, boolean fits) {
        boolean right =
                known != null && fits && (proof.nonce() == null || proof.nonce().equals(known.nonce()));
        return right && known != null
                ? new SocialProvider.Verdict.Proven(known.person())
                : new SocialProvider.Verdict.Refused("not believed");
    }

    private static String s256(Secret verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.utf8()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Issued(
            SocialPerson person,
            @Nullable String nonce,
            @Nullable String challenge) {}
}
