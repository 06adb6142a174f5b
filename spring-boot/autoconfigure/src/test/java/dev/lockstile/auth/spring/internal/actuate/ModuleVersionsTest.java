package dev.lockstile.auth.spring.internal.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The versions of all modules that an application may have. */
final class ModuleVersionsTest {

    private static final Pattern FILE = Pattern.compile("META-INF/maven/dev.lockstile/(.*)/pom.properties");
    private static final Pattern MODULE =
            Pattern.compile("<groupId>dev.lockstile</groupId><artifactId>([^<]*)</artifactId>");

    @Test
    void each_module_of_the_bill_of_materials_is_told_but_those_for_tests() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        String bom = Files.readString(
                Path.of("").toAbsolutePath().getParent().getParent().resolve("bom/pom.xml"));
        MODULE.matcher(bom)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.matches("auth-testkit.*|.*-contract|.*-starter|.*-test"))
                .forEach(name -> expected.put(name, "7-" + name));
        assertThat(expected).hasSizeGreaterThan(15);
        assertThat(ModuleVersions.onClassPath(new Jars()).byModule()).isEqualTo(expected);
    }

    /** Has the file of every module. */
    private static final class Jars extends ClassLoader {

        @Override
        public InputStream getResourceAsStream(String name) {
            return FILE.matcher(name).results().map(Jars::file).findFirst().orElseThrow();
        }

        private static InputStream file(MatchResult module) {
            return new ByteArrayInputStream(("version=7-" + module.group(1)).getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
