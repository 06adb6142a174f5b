package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages name in inline code is there: types, their members, properties and commands. */
class DocumentNamesTest {

    private static final Path ROOT = BuildFolder.root();
    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern INLINE = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w./\"$*-])([A-Z][a-z0-9]\\w*)((?:[.#][A-Za-z_]\\w*)*)(?![*\\w])");
    private static final Pattern PROPERTY =
            Pattern.compile("(?<!dev\\.)\\blockstile\\.(?!auth\\.)[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)*");
    private static final Pattern COMMAND = Pattern.compile("\\bmanage ([a-z][a-z-]+)(?: ([a-z][a-z-]+))?");

    /** Types of other libraries and systems that no source of this tree names. */
    private static final Set<String> FOREIGN = Set.of(
            "AbstractJbUser",
            "Calendar",
            "LocaleMiddleware",
            "ModuleNotFoundError",
            "UserSettingsService",
            "LazyConnectionDataSourceProxy",
            "IdentityUser",
            "PublicKeyCredential",
            "PublicKeyCredentialSource",
            "RecoveryAuthnCodesCredentialModel",
            "Two_Factor_Core",
            "WebAuthnCredentialData",
            "WebAuthnCredentialModel",
            "UuidGenerator",
            "CorsFilter",
            "RolesAllowed",
            "Confirmable",
            "IsLockedOutAsync",
            "Lockable");

    private static final List<String> OUTSIDE_OF_DOCS = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "examples/quickstart/README.md",
            "lab/architecture.md",
            "lab/decisions.md",
            "lab/walks.md",
            "lab/proofs/password-vectors.md",
            "lab/proofs/what-presets-read.md",
            "web/pages/README.md");

    /** Shown on a page as a name that the start refuses. */
    private static final String MISTYPED = "lockstile.factors.polcy";

    private static final Map<String, List<String>> SOURCES = new HashMap<>();
    private static final Set<String> WORDS = new HashSet<>();
    private static final Set<String> CODE = new HashSet<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(DocumentNamesTest::isSource).toList()) {
                String text = Files.readString(file);
                Matcher type = DECLARED.matcher(text);
                while (type.find()) {
                    SOURCES.computeIfAbsent(type.group(1), name -> new ArrayList<>())
                            .add(text);
                }
                words(text, WORDS);
                words(STRING.matcher(text).replaceAll(""), CODE);
            }
        }
    }

    @Test
    void every_type_and_member_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String code : inline(page)) {
                Matcher named = NAMED.matcher(code);
                while (named.find()) {
                    if (!isThere(named.group(1), named.group(2))) {
                        missing.add(page.getFileName() + ": " + named.group());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_property_is_on_the_page_of_properties() throws IOException {
        String properties = Files.readString(ROOT.resolve("docs/spring-boot-properties.md"));
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String code : inline(page)) {
                Matcher property = PROPERTY.matcher(code);
                while (!code.startsWith("./mvnw") && !code.contains("-Dlockstile") && property.find()) {
                    if (!properties.contains(property.group())
                            && !property.group().equals(MISTYPED)) {
                        missing.add(page.getFileName() + ": " + property.group());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_command_is_there() throws IOException {
        String commands = commands();
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String code : inline(page)) {
                Matcher command = COMMAND.matcher(code);
                while (command.find()) {
                    if (!commands.contains("name = \"" + command.group(1) + "\"")) {
                        missing.add(page.getFileName() + ": " + command.group());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(String type, String members) {
        List<String> sources = SOURCES.get(type);
        if (sources == null) {
            // columns and fields of other systems stand in strings of presets; what has members stands in code
            return FOREIGN.contains(type) || (members.isEmpty() ? WORDS : CODE).contains(type);
        }
        return Stream.of(members.split("[.#]"))
                .filter(member -> !member.isEmpty() && !member.equals("java"))
                .allMatch(member -> sources.stream()
                        .anyMatch(text -> Pattern.compile("\\b" + member + "\\b")
                                .matcher(text)
                                .find()));
    }

    private static void words(String text, Set<String> found) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            found.add(word.group());
        }
    }

    private static String commands() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("moving-in/cli", "examples/quickstart", "examples/legacy-upgrade")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                for (Path file : files.filter(DocumentNamesTest::isSource).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static List<String> inline(Path page) throws IOException {
        Matcher code = INLINE.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""));
        List<String> found = new ArrayList<>();
        while (code.find()) {
            found.add(code.group(1));
        }
        return found;
    }

    /** The pages, but for the history of changes, which names what was there. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            OUTSIDE_OF_DOCS.stream().map(ROOT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    private static boolean isSource(Path file) {
        String path = ROOT.relativize(file).toString();
        return path.endsWith(".java")
                && path.contains("src/")
                && !path.contains("target/")
                && !path.endsWith("DocumentNamesTest.java");
    }
}
