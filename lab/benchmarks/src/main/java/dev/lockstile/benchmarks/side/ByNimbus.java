package dev.lockstile.benchmarks.side;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** What a careful host would write with Nimbus alone; Ed25519 by the JDK, which Nimbus needs another library for. */
final class ByNimbus {

    private static final Pattern STRICT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final SignedToken token;
    private final SignatureCheck signature;

    private interface SignatureCheck {
        boolean holds(SignedJWT jwt) throws JOSEException, GeneralSecurityException;
    }

    ByNimbus(SignedToken token) throws GeneralSecurityException, JOSEException {
        this.token = token;
        this.signature = signatureCheck(token);
    }

    private static SignatureCheck signatureCheck(SignedToken token) throws GeneralSecurityException, JOSEException {
        if (token.key().getKeyType().getValue().equals("OKP")) {
            PublicKey key = Keys.verifying(token);
            return jwt -> {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(jwt.getSigningInput());
                return check.verify(jwt.getSignature().decode());
            };
        }
        JWSVerifier verifier = switch (token.algorithm()) {
            case ES256 -> new ECDSAVerifier(token.key().toECKey());
            case RS256 -> new RSASSAVerifier(token.key().toRSAKey());
            default -> new MACVerifier(token.key().toOctetSequenceKey());
        };
        return jwt -> jwt.verify(verifier);
    }

    boolean verifies() {
        if (token.text().length() > 8192 || !STRICT.matcher(token.text()).matches()) {
            return false;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token.text());
            return isOurs(jwt.getHeader()) && signature.holds(jwt) && isComplete(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isOurs(JWSHeader header) {
        return header.getAlgorithm().getName().equals(token.algorithm().id())
                && header.getType() != null
                && header.getType().getType().equals("at+jwt")
                && token.key().getKeyID().equals(header.getKeyID())
                && header.getCriticalParams() == null;
    }

    private static boolean isComplete(JWTClaimsSet claims) throws ParseException {
        Date now = Date.from(Instant.now());
        return SignedToken.SETTINGS.issuer().equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(SignedToken.SETTINGS.audience()))
                && claims.getSubject() != null
                && claims.getJWTID() != null
                && claims.getStringClaim("sid") != null
                && claims.getStringClaim("profile_id") != null
                && claims.getStringListClaim("roles") != null
                && claims.getStringListClaim("rights") != null
                && claims.getStringClaim("acr") != null
                && claims.getStringListClaim("amr") != null
                && claims.getLongClaim("auth_time") != null
                && claims.getStringClaim("client_id") != null
                && claims.getIssueTime() != null
                && !claims.getIssueTime().after(now)
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().after(now);
    }
}
