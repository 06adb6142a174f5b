package dev.lockstile.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipSummaryTest {

    private static final Instant EVER = Instant.EPOCH;

    @TempDir
    private Path root;

    @BeforeEach
    void reports() throws IOException {
        report("one/target/surefire-reports/TEST-a.xml", """
                <testsuite><testcase name="runs" classname="A"/>
                <testcase name="waits" classname="A"><skipped type="org.opentest4j.TestAbortedException"><![CDATA[\
                org.opentest4j.TestAbortedException: no Redis on this machine: apt-get install redis-server
                	at A.waits(A.java:1)]]></skipped></testcase></testsuite>""");
        report("nested/two/target/surefire-reports/TEST-b.xml", """
                <testsuite><testcase name="rests" classname="B"><skipped message="no Redis on this machine: x"/></testcase>
                <testcase name="hides" classname="B"><skipped message="too slow today"/></testcase></testsuite>""");
    }

    @Test
    void skipped_tests_are_counted_by_their_reasons() {
        assertThat(summary(EVER).line()).isEqualTo("Skipped 3 of 4 tests: 2 because no Redis on this machine");
    }

    @Test
    void an_assumption_of_a_published_contract_is_counted() throws IOException {
        report("three/target/surefire-reports/TEST-c.xml", """
                <testsuite><testcase name="has" classname="C"><skipped><![CDATA[org.opentest4j.TestAbortedException:\
                 Assumption failed: this host has no attribute of its own]]></skipped></testcase></testsuite>""");
        assertThat(summary(EVER).line()).endsWith(", 1 because this host has no attribute of its own");
        assertThat(summary(EVER).unlisted()).containsExactly("B.hides: too slow today");
    }

    @Test
    void a_reason_that_is_not_listed_is_told_with_its_test() {
        assertThat(summary(EVER).unlisted()).containsExactly("B.hides: too slow today");
    }

    @Test
    void reports_of_an_earlier_build_do_not_count() {
        assertThat(summary(Instant.now().plus(1, ChronoUnit.HOURS)).line()).isEqualTo("Skipped 0 of 0 tests");
    }

    private SkipSummary summary(Instant since) {
        return SkipSummary.of(TestReports.under(root, since));
    }

    private void report(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
