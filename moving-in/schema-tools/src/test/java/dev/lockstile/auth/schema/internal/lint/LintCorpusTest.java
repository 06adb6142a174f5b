package dev.lockstile.auth.schema.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.lint.LintReport;
import dev.lockstile.auth.schema.report.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements as hosts write them: each unsafe one is found by its rule and by no other, and no safe one is. */
final class LintCorpusTest {

    private static final String MAIN = "db/main.xml";

    @TempDir
    private Path folder;

    static List<CorpusCase> cases() {
        return CorpusCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_unsafe_statement_is_found_by_its_rules_and_a_safe_one_by_none(CorpusCase one) {
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, one.changelog());
        LintReport report = MigrationLinter.builder(MAIN)
                .classes(host.loader())
                .lockTimeout(Duration.ofSeconds(one.rules().contains("S1") ? 60 : 2))
                .startAfter("db/main.xml::base::host")
                .databases(one.database())
                .build()
                .lint();
        Set<String> found = report.findings().stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).as("%s%n%s%n%s", one, one.sql(), report).isEqualTo(one.rules());
    }

    @Test
    void there_are_enough_of_both_kinds() {
        assertThat(cases().stream().filter(one -> !one.rules().isEmpty())).hasSizeGreaterThanOrEqualTo(100);
        assertThat(cases().stream().filter(one -> one.rules().isEmpty())).hasSizeGreaterThanOrEqualTo(60);
    }
}
