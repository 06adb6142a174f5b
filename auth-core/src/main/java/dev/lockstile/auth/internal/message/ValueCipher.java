package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.internal.crypto.ColumnCipher;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.io.IOException;
import java.util.Map;

/**
 * Encrypts a message's values for the time they wait in the outbox, so that a copy of the database holds no code and no
 * link (ASVS 6.5.2): the bytes of {@link ValueCodec}, as {@link ColumnCipher} seals them. The message's id, template,
 * channel and recipient are bound in: a writer of the table cannot have a code sent to an address of its
 * own, nor put one message's code into another.
 */
final class ValueCipher {

    private final ColumnCipher cipher;

    ValueCipher(ValueCipherKeys keys, Randomness randomness) {
        this.cipher = new ColumnCipher(keys.forCipher(), randomness);
    }

    /** The values sealed for this very message, whose own sealed part is not looked at. */
    String seal(OutboxMessage message, Map<String, String> values) {
        return cipher.seal(ValueCodec.encode(values), boundTo(message));
    }

    /**
     * The values of this message.
     *
     * @throws FailedSend for good when the sealed part was tampered with or belongs to another message; for a while
     *     when its key is not known here, since another node may have been given the new key first
     */
    Map<String, String> open(OutboxMessage message) throws FailedSend {
        String sealed = message.sealed();
        if (!ColumnCipher.isSealed(sealed)) {
            throw FailedSend.permanent("the sealed values have an unknown form");
        }
        if (cipher.lacksKeyOf(sealed)) {
            throw FailedSend.temporary("the values are sealed with a key that is not known here");
        }
        byte[] values = cipher.open(sealed, boundTo(message)).orElseThrow(ValueCipher::changed);
        try {
            return ValueCodec.decode(values);
        } catch (IOException e) {
            throw changed();
        }
    }

    private static FailedSend changed() {
        return FailedSend.permanent("the sealed values were changed or belong to another message");
    }

    private static byte[] boundTo(OutboxMessage message) {
        return ValueCodec.encode(Map.of(
                "id", message.id(),
                "template", message.template(),
                "channel", message.channel().name(),
                "recipient", message.recipient()));
    }
}
