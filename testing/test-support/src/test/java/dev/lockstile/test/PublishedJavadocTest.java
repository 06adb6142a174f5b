package dev.lockstile.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is refused by the javadoc tool for each comment or tag that is missing: every build looks for them. */
final class PublishedJavadocTest {

    /** Neither published nor API, or read by the schema tools alone. */
    private static final List<String> UNPUBLISHED = List.of(
            "/internal/",
            "/auth/schema/changelog/",
            "/auth/schema/database/",
            "/testing/flow-contracts/",
            "/testing/test-support/",
            "/examples/",
            "/lab/");

    @TempDir
    private Path folder;

    @Test
    void every_published_type_and_member_says_what_the_javadoc_tool_asks_for() throws IOException {
        Path root = BuildFolder.root();
        assertThat(PublishedJavadoc.missing(published(root))).isEmpty();
    }

    private static List<Path> published(Path root) {
        List<Path> files = SourceFiles.below(root).stream()
                .filter(file -> isPublished("/" + root.relativize(file)))
                .toList();
        assertThat(files).hasSizeGreaterThan(500);
        return files;
    }

    private static boolean isPublished(String path) {
        return path.contains("/src/main/") && UNPUBLISHED.stream().noneMatch(path::contains);
    }

    @Test
    void a_comment_a_parameter_a_result_and_an_exception_that_are_not_described_are_told() throws IOException {
        assertThat(missing("""
                /** A basket. */
                public class Basket {
                    protected Basket() {}

                    /** Adds. */
                    public <T> int add(T thing, int count) throws java.io.IOException {
                        return count;
                    }

                    public static final int MOST = 9;

                    /**
                     * How much.
                     *
                     * @param limit at most 9
                     */
                    public record Amount(int limit, int count) {}

                    /** Plain. */
                    public static class Plain {
                        static {
                            int local = 1;
                        }
                    }
                }
                """))
                .containsExactly(
                        "Basket.java:3: no comment",
                        "Basket.java:6: no @param for <T>",
                        "Basket.java:6: no @param for thing",
                        "Basket.java:6: no @param for count",
                        "Basket.java:6: no @return",
                        "Basket.java:6: no @throws for java.io.IOException",
                        "Basket.java:10: no comment",
                        "Basket.java:17: no @param for count",
                        "Basket.java:20: a default constructor has no comment");
    }

    @Test
    void what_is_described_inherited_or_not_published_is_not_told() throws IOException {
        assertThat(missing("""
                /**
                 * A basket.
                 *
                 * @param <T> what it holds
                 */
                public interface Basket<T> extends Comparable<T> {
                    /** {@return the first thing} */
                    T first();

                    @Override
                    int compareTo(T other);

                    /** Kinds. */
                    enum Kind {
                        /** Of paper. */
                        PAPER
                    }
                }

                class Hidden {
                    public int open() {
                        return 1;
                    }
                }
                """)).isEmpty();
    }

    private List<String> missing(String source) throws IOException {
        return PublishedJavadoc.missing(List.of(Files.writeString(folder.resolve("Basket.java"), source)));
    }
}
