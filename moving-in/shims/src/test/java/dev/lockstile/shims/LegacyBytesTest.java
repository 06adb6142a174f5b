package dev.lockstile.shims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that the old class wrote, read where only the shim and the new class are left. */
final class LegacyBytesTest {

    private static final String BODY = """
             implements java.io.Serializable {
                private static final long serialVersionUID = %s;
                private final String name; private int age; private final java.util.List<String> roles; transient String skipped;
                public Session(String name, int age, java.util.List<String> roles) {
                    this.name = name; this.age = age; this.roles = roles;
                }
                public String toString() { return name + " " + age + " " + roles; }
            }
            """;

    @TempDir
    private Path before;

    @TempDir
    private Path now;

    @Test
    void the_data_survives_the_move_to_a_new_name() throws Exception {
        byte[] bytes = written("package old; public class Session" + BODY.formatted("7L"));
        Object read = read(
                bytes,
                "@dev.lockstile.shims.FormerlyKnownAs(\"old.Session\") public class Session" + BODY.formatted("7L"));
        assertThat(read.getClass().getName()).isEqualTo("fresh.Session");
        assertThat(read).hasToString("ana 41 [admin, staff]");
    }

    @Test
    void another_uid_of_the_old_class_is_stated() throws Exception {
        byte[] bytes = written("package old; public class Session" + BODY.formatted("99L"));
        Object read = read(
                bytes,
                "@dev.lockstile.shims.FormerlyKnownAs(value = \"old.Session\", serialVersionUID = 99)"
                        + " public final class Session" + BODY.formatted("7L"));
        assertThat(read).hasToString("ana 41 [admin, staff]");
    }

    @Test
    void a_record_may_have_taken_the_place_of_a_class() throws Exception {
        byte[] bytes = written("package old; public class Session" + BODY.formatted("3L"));
        Object read = read(bytes, """
                @dev.lockstile.shims.FormerlyKnownAs(value = "old.Session", serialVersionUID = 3)
                public record Session(String name, int age, java.util.List<String> roles) implements java.io.Serializable {}
                """);
        assertThat(read).hasToString("Session[name=ana, age=41, roles=[admin, staff]]");
    }

    @Test
    void a_subclass_would_have_lost_the_data() throws Exception {
        byte[] bytes = written("package old; public class Session" + BODY.formatted("7L"));
        Object read = read(bytes, """
                @dev.lockstile.shims.FormerlyKnownAs(value = "old.Session", as = dev.lockstile.shims.FormerlyKnownAs.Kind.SUBCLASS)
                public class Session implements java.io.Serializable {
                    private static final long serialVersionUID = 7L;
                    private String name; private int age; private java.util.List<String> roles;
                    public Session() {}
                    public String toString() { return name + " " + age + " " + roles; }
                }
                """, true);
        assertThat(read == null || read.toString().equals("null 0 null")).isTrue();
    }

    private byte[] written(String source) throws Exception {
        Compilation code = new Compilation(before).with("old.Session", source);
        assertThat(code.compile(false)).as(code.said()).isTrue();
        Object session = code.loader()
                .loadClass("old.Session")
                .getConstructors()[0]
                .newInstance("ana", 41, new java.util.ArrayList<>(java.util.List.of("admin", "staff")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(session);
        }
        return bytes.toByteArray();
    }

    private Object read(byte[] bytes, String source) throws Exception {
        return read(bytes, source, false);
    }

    private Object read(byte[] bytes, String source, boolean mayFail) throws Exception {
        Compilation code = new Compilation(now).with("fresh.Session", "package fresh; " + source);
        assertThat(code.compile(true)).as(code.said()).isTrue();
        ClassLoader loader = code.loader();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
                return Class.forName(description.getName(), false, loader);
            }
        }) {
            return in.readObject();
        } catch (java.io.InvalidClassException e) {
            if (mayFail) {
                return null;
            }
            throw e;
        }
    }
}
