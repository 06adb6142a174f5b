package dev.lockstile.auth.passkey.internal.ceremony;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadAlgorithmException;
import com.webauthn4j.verifier.exception.BadBackupEligibleFlagException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CredentialIdTooLongException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.IllegalBackupStateException;
import com.webauthn4j.verifier.exception.InconsistentClientDataTypeException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.NotAllowedCredentialIdException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.Map;

/** The library's exceptions as our reasons; one it adds later refuses as malformed. */
final class Refusals {

    private static final Map<Class<? extends WebAuthnException>, CeremonyRefusal> WHY = Map.ofEntries(
            Map.entry(InconsistentClientDataTypeException.class, CeremonyRefusal.WRONG_CEREMONY),
            Map.entry(BadChallengeException.class, CeremonyRefusal.WRONG_CHALLENGE),
            Map.entry(BadOriginException.class, CeremonyRefusal.WRONG_ORIGIN),
            Map.entry(CrossOriginException.class, CeremonyRefusal.CROSS_ORIGIN),
            Map.entry(BadTopOriginException.class, CeremonyRefusal.CROSS_ORIGIN),
            Map.entry(BadRpIdException.class, CeremonyRefusal.WRONG_RELYING_PARTY),
            Map.entry(UserNotPresentException.class, CeremonyRefusal.USER_NOT_PRESENT),
            Map.entry(UserNotVerifiedException.class, CeremonyRefusal.USER_NOT_VERIFIED),
            Map.entry(BadBackupEligibleFlagException.class, CeremonyRefusal.BACKUP_FLAGS),
            Map.entry(IllegalBackupStateException.class, CeremonyRefusal.BACKUP_FLAGS),
            Map.entry(BadAlgorithmException.class, CeremonyRefusal.ALGORITHM),
            Map.entry(NotAllowedAlgorithmException.class, CeremonyRefusal.ALGORITHM),
            Map.entry(CredentialIdTooLongException.class, CeremonyRefusal.CREDENTIAL_ID),
            Map.entry(NotAllowedCredentialIdException.class, CeremonyRefusal.CREDENTIAL_ID),
            Map.entry(BadSignatureException.class, CeremonyRefusal.SIGNATURE),
            Map.entry(MaliciousCounterValueException.class, CeremonyRefusal.COUNTER));

    private Refusals() {}

    static CeremonyException of(WebAuthnException refused) {
        return new CeremonyException(WHY.getOrDefault(refused.getClass(), CeremonyRefusal.MALFORMED), refused);
    }
}
