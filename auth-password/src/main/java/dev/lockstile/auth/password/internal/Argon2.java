package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.Argon2Cost;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/** Argon2 (RFC 9106) by Bouncy Castle, within the memory gate. */
final class Argon2 {

    private final MemoryGate memory;

    Argon2(MemoryGate memory) {
        this.memory = memory;
    }

    boolean fits(Argon2Cost cost) {
        return memory.fits(cost.memoryKib());
    }

    /** Argon2id, version 1.3. */
    byte[] modern(Argon2Cost cost, byte[] salt, byte @Nullable [] secret, byte[] password, int length) {
        Argon2Parameters parameters = builder(Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_13, cost)
                .withSalt(salt)
                .withSecret(secret)
                .build();
        return compute(parameters, password, length);
    }

    /** Whatever the text asks for. */
    byte[] like(Argon2Text text, byte @Nullable [] secret, byte[] password) {
        Argon2Parameters parameters = builder(text.type(), text.version(), text.cost())
                .withSalt(text.salt())
                .withSecret(secret)
                .build();
        return compute(parameters, password, text.tag().length);
    }

    private static Argon2Parameters.Builder builder(int type, int version, Argon2Cost cost) {
        return new Argon2Parameters.Builder(type)
                .withVersion(version)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism());
    }

    private byte[] compute(Argon2Parameters parameters, byte[] password, int length) {
        return memory.with(parameters.getMemory(), () -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            byte[] out = new byte[length];
            generator.generateBytes(password, out);
            return out;
        });
    }
}
