package dev.lockstile.shims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated classes, loaded and used as what they stand for. */
final class ShimProcessorTest {

    @TempDir
    private Path folder;

    @Test
    void a_plain_class_is_a_deprecated_subclass_with_the_same_constructors() throws Exception {
        Class<?> old = shim("""
                public class UserManager<T extends Number> {
                    private final String name;
                    public UserManager(String name, java.util.List<? extends T> more) { this.name = name; }
                    protected UserManager() { this.name = "none"; }
                    public String name() { return name; }
                }
                """, "UserManager");

        assertThat(old.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(old.getSuperclass().getName()).isEqualTo("fresh.UserManager");
        Object made = old.getConstructor(String.class, java.util.List.class).newInstance("ana", null);
        assertThat(old.getMethod("name").invoke(made)).isEqualTo("ana");
        assertThat(old.getTypeParameters()[0].getBounds()[0]).isEqualTo(Number.class);
    }

    @Test
    void an_abstract_class_and_an_interface_can_still_be_extended() throws Exception {
        Class<?> base = shim("public abstract class Base { protected Base(int i) {} abstract int x(); }", "Base");
        assertThat(java.lang.reflect.Modifier.isAbstract(base.getModifiers())).isTrue();

        Compilation code = new Compilation(Files.createTempDirectory(folder, "api"));
        code.with(
                "fresh.Api",
                "package fresh; @dev.lockstile.shims.FormerlyKnownAs(\"old.Api\") public interface Api<A> { A x(); }");
        code.with(
                "user.Client",
                "package user; public class Client implements old.Api<String> { public String x() { return \"y\"; } }");
        assertThat(code.compile(true)).as(code.said()).isTrue();
        Class<?> client = code.loader().loadClass("user.Client");
        assertThat(code.loader().loadClass("fresh.Api").getName()).isEqualTo("fresh.Api");
        assertThat(client.getInterfaces()[0].getInterfaces()[0].getName()).isEqualTo("fresh.Api");
    }

    @Test
    void one_class_may_stand_for_several_names_and_all_are_listed() throws Exception {
        Compilation code = new Compilation(folder);
        code.with(
                "fresh.Task",
                "package fresh; @dev.lockstile.shims.FormerlyKnownAs({\"a.Task\", \"b.Job\"}) public class Task {}");
        assertThat(code.compile(true)).as(code.said()).isTrue();
        assertThat(code.loader().loadClass("b.Job").getSuperclass().getName()).isEqualTo("fresh.Task");
        assertThat(Files.readString(folder.resolve("META-INF/lockstile/former-names")))
                .isEqualTo("a.Task\tfresh.Task\nb.Job\tfresh.Task\n");
    }

    @Test
    void a_provider_file_with_the_old_name_still_loads() throws Exception {
        shim(
                "public class Words implements java.util.function.Supplier<String> { public String get() { return \"hello\"; } }",
                "Words");
        Path services = folder.resolve("META-INF/services/java.util.function.Supplier");
        Files.createDirectories(services.getParent());
        Files.write(services, "old.Words\n".getBytes(StandardCharsets.UTF_8));
        assertThat(ServiceLoader.load(Supplier.class, new Compilation(folder).loader()))
                .extracting(Supplier::get)
                .isEqualTo(java.util.List.of("hello"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public final class X {}                                            | is final
            public enum X { A }                                                | an enum cannot have a second name
            public @interface X {}                                             | an annotation cannot have a second name
            class X {}                                                         | must be public
            public class X { private X() {} }                                  | no public or protected constructor
            public class X implements java.io.Serializable { int a; }          | declares no serialVersionUID
            public class X implements java.io.Serializable { static final long serialVersionUID = 1; private void readObject(java.io.ObjectInputStream in) {} } | has its own readObject
            """)
    void what_cannot_be_kept_is_a_compile_error_that_says_what_to_do(String source, String words) {
        Compilation code = new Compilation(folder);
        code.with("fresh.X", "package fresh; @dev.lockstile.shims.FormerlyKnownAs(\"old.X\") " + source);
        assertThat(code.compile(true)).isFalse();
        assertThat(code.said()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "old.Outer$X, not the full name",
        "X, not the full name",
        "fresh.X, is the name of a class that is there"
    })
    void a_name_that_cannot_be_made_is_a_compile_error(String name, String words) {
        Compilation code = new Compilation(folder);
        code.with("fresh.X", "package fresh; @dev.lockstile.shims.FormerlyKnownAs(\"" + name + "\") public class X {}");
        assertThat(code.compile(true)).isFalse();
        assertThat(code.said()).contains(words);
    }

    private Class<?> shim(String source, String simple) throws Exception {
        Compilation code = new Compilation(folder);
        code.with(
                "fresh." + simple,
                "package fresh; @dev.lockstile.shims.FormerlyKnownAs(\"old." + simple + "\") " + source);
        assertThat(code.compile(true)).as(code.said()).isTrue();
        return code.loader().loadClass("old." + simple);
    }
}
