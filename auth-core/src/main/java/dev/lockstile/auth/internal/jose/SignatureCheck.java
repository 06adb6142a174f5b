package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import java.security.GeneralSecurityException;

/** Tells whether one key made a signature. Safe for any number of threads. */
interface SignatureCheck {

    /**
     * Looks at a signature over the first bytes of a text. One in a form that no signature has is refused by false or by
     * an exception.
     *
     * @param signed how many bytes of the text the signature is over
     */
    boolean holds(byte[] text, int signed, byte[] signature) throws JOSEException, GeneralSecurityException;
}
