package dev.lockstile.shims;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamException;
import java.io.OutputStream;
import java.io.Serializable;

/**
 * Turns an object that was read under its old name into one of the class that took its place. Called by the generated
 * classes. The fields go over as the bytes they came as, so that private and final ones need no access, and the new
 * class sees nothing but what a stream of its own could hold.
 */
public final class LegacyBytes {

    private LegacyBytes() {}

    /**
     * {@return the same data as an object of the new class}
     *
     * @param old what was read from old bytes: an instance of the generated class of the former name
     * @param now the class that the old one became
     * @throws ObjectStreamException when the new class has other fields
     */
    public static Object become(Serializable old, Class<? extends Serializable> now) throws ObjectStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Renaming out = new Renaming(bytes, old.getClass(), now)) {
            out.writeObject(old);
        } catch (IOException e) {
            throw failed(old, now, e);
        }
        try (Loading in = new Loading(bytes.toByteArray(), now.getClassLoader())) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw failed(old, now, e);
        }
    }

    private static ObjectStreamException failed(Serializable old, Class<?> now, Exception cause) {
        InvalidObjectException failure = new InvalidObjectException(
                old.getClass().getName() + " cannot become " + now.getName() + ": " + cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    /** Writes the description of the new class where the old one's would be. */
    private static final class Renaming extends ObjectOutputStream {

        private final Class<?> old;
        private final Class<?> now;

        Renaming(OutputStream out, Class<?> old, Class<?> now) throws IOException {
            super(out);
            this.old = old;
            this.now = now;
        }

        @Override
        protected void writeClassDescriptor(ObjectStreamClass description) throws IOException {
            super.writeClassDescriptor(description.forClass() == old ? ObjectStreamClass.lookup(now) : description);
        }
    }

    /** Finds classes where the new class lies. */
    private static final class Loading extends ObjectInputStream {

        private final ClassLoader loader;

        Loading(byte[] bytes, ClassLoader loader) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
