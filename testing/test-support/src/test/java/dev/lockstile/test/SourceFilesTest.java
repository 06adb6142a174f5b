package dev.lockstile.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_without_a_type_of_its_name_is_told() throws IOException {
        write("shop/src/main/java/shop/Basket.java", "package shop;\n\n/** class Basket */\nfinal class Trolley {}\n");
        write("shop/src/test/java/shop/PriceTest.java", "class Prices {\n    class PriceTest {}\n}\n");

        assertThat(SourceFiles.withoutTheirType(folder))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("Basket.java", "PriceTest.java");
    }

    @Test
    void every_kind_of_type_counts_and_other_files_are_not_read() throws IOException {
        write("src/main/java/A.java", "@Deprecated(since = \"1\") public final class A<T> {}");
        write("src/main/java/B.java", "interface Other {}\n\nsealed interface B {}");
        write("src/main/java/C.java", "public @interface C {}");
        write("src/main/java/D.java", "public record D(int i) {}");
        write("src/main/java/E.java", "non-sealed abstract class E {}");
        write("src/main/java/package-info.java", "package a;");
        write("src/main/resources/F.java", "not a type");
        write("target/stage/src/main/java/G.java", "class Built {}");

        assertThat(SourceFiles.withoutTheirType(folder)).isEmpty();
    }

    @Test
    void every_file_of_every_module_has_a_type_of_its_name() {
        assertThat(SourceFiles.below(BuildFolder.root())).hasSizeGreaterThan(3_000);
        assertThat(SourceFiles.withoutTheirType(BuildFolder.root())).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
