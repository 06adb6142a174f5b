package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an application inherits with the starter: the modules that it runs, and none that moves a user base in. */
class StarterModulesTest {

    private static final Path ROOT = BuildFolder.root();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)<");

    @Test
    void a_host_on_the_starter_migrates_and_inherits_no_tool() throws IOException {
        Set<String> inherited = inherited("lockstile-spring-boot-starter");
        assertThat(inherited).contains("auth-core", "auth-jpa", "auth-http", "auth-schema");
        assertThat(inherited).doesNotContain("auth-schema-tools", "auth-cli", "auth-import", "auth-cutover");
    }

    @Test
    void the_commands_bring_the_tools() throws IOException {
        assertThat(inherited("auth-cli")).contains("auth-schema", "auth-schema-tools");
        assertThat(inherited("auth-schema")).as("Liquibase alone").isEmpty();
    }

    private static Set<String> inherited(String artifact) throws IOException {
        Map<String, String> poms = poms();
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(artifact));
        while (!open.isEmpty()) {
            for (String next : dependencies(poms.get(open.pop()))) {
                if (poms.containsKey(next) && found.add(next)) {
                    open.push(next);
                }
            }
        }
        return found;
    }

    /** Those of compile scope that are not optional. */
    private static Set<String> dependencies(String pom) {
        Set<String> found = new TreeSet<>();
        String own = pom.replaceFirst("(?s)<dependencyManagement>.*?</dependencyManagement>", "")
                .replaceFirst("(?s)<build>.*", "");
        for (MatchResult dependency : DEPENDENCY.matcher(own).results().toList()) {
            String text = dependency.group();
            if (text.contains("<groupId>dev.lockstile<") && !text.contains("<scope>") && !text.contains("<optional>")) {
                found.add(ARTIFACT.matcher(text)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));
            }
        }
        return found;
    }

    private static Map<String, String> poms() throws IOException {
        Map<String, String> poms = new HashMap<>();
        for (MatchResult module : MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .toList()) {
            String pom = Files.readString(ROOT.resolve(module.group(1)).resolve("pom.xml"));
            String own = pom.replaceFirst("(?s).*?</parent>", "");
            poms.put(ARTIFACT.matcher(own).results().findFirst().orElseThrow().group(1), pom);
        }
        return poms;
    }
}
