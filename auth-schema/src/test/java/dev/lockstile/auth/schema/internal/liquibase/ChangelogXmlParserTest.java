package dev.lockstile.auth.schema.internal.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangelogXmlParserTest {

    private static final String OWN = "dev/lockstile/auth/schema/v1/accounts.xml";

    private final ChangelogXmlParser ours = new ChangelogXmlParser();
    private final LiquibasesOwn theirs = new LiquibasesOwn();

    @TempDir
    Path folder;

    private ResourceAccessor files;

    @BeforeEach
    void readsTheFolderAndTheClassPath() throws Exception {
        files = new CompositeResourceAccessor(
                new DirectoryResourceAccessor(folder),
                new ClassLoaderResourceAccessor(getClass().getClassLoader()));
    }

    @Test
    void reads_our_tables_as_liquibase_does() throws Exception {
        assertThat(text(OWN)).isEqualTo(theirs.parse(OWN, files)).contains("createTable");
        assertThat(text(OWN)).isEqualTo(theirs.parse(OWN, files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.33", "4.1", "3.1", "latest"})
    void fills_in_what_the_schema_presets_whatever_its_version(String version) throws Exception {
        write(version, "<changeSet id=\"1\" author=\"a\"><loadData file=\"a.csv\" tableName=\"a\"/></changeSet>");

        assertThat(text("host.xml")).isEqualTo(theirs.parse("host.xml", files)).contains("separator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<changeSet id=\"1\" author=\"a\"><createTabel tableName=\"a\"/></changeSet>",
                "<changeSet id=\"1\" author=\"a\" runOnChanges=\"true\"/>",
                "<changeSet id=\"1\"/>",
                "<changeSet id=\"1\" author=\"a\">"
            })
    void refuses_what_liquibase_refuses_in_its_words(String body) throws Exception {
        write("4.33", "<changeSet id=\"0\" author=\"a\"/>");
        text("host.xml");
        write("4.33", body);

        String said = refusal(() -> text("host.xml"));

        assertThat(said)
                .isEqualTo(refusal(() -> theirs.parse("host.xml", files)))
                .contains("host.xml");
    }

    @Test
    void refuses_a_missing_file_and_a_schema_that_does_not_come_with_liquibase_in_its_words() throws Exception {
        assertThat(refusal(() -> text("none.xml"))).isEqualTo(refusal(() -> theirs.parse("none.xml", files)));
        write("99.9", "");
        assertThat(refusal(() -> text("host.xml"))).isEqualTo(refusal(() -> theirs.parse("host.xml", files)));
    }

    @Test
    void serves_our_own_calls_alone() throws Exception {
        assertThat(LiquibaseLogging.call(
                        () -> ChangeLogParserFactory.getInstance().getParser(OWN, files)))
                .isInstanceOf(OwnValuesParser.class);
        assertThat(LiquibaseLogging.call(() -> Scope.child(
                        Map.<String, Object>of(OwnValuesParser.INSIDE, true),
                        () -> ChangeLogParserFactory.getInstance().getParser(OWN, files))))
                .isInstanceOf(ChangelogXmlParser.class);
        assertThat(ChangeLogParserFactory.getInstance().getParser(OWN, files))
                .isNotInstanceOf(ChangelogXmlParser.class)
                .isNotInstanceOf(OwnValuesParser.class);
    }

    private String text(String path) throws Exception {
        return LiquibaseLogging.call(
                () -> ours.parseToNode(path, new ChangeLogParameters(), files).toString());
    }

    private void write(String version, String body) throws Exception {
        URI namespace = URI.create("http://www.liquibase.org/xml/ns/dbchangelog");
        Files.writeString(folder.resolve("host.xml"), """
                <databaseChangeLog xmlns="%1$s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                                   xsi:schemaLocation="%1$s %1$s/dbchangelog-%2$s.xsd">
                %3$s
                </databaseChangeLog>
                """.formatted(namespace, version, body));
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Exception.class, call).toString();
    }

    private static final class LiquibasesOwn extends XMLChangeLogSAXParser {

        String parse(String path, ResourceAccessor files) throws Exception {
            return parseToNode(path, new ChangeLogParameters(), files).toString();
        }
    }
}
