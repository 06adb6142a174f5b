package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.testkit.flow.FlowCostContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Beside the table {@code flow-costs.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FlowCostOnPostgresTest extends FlowCostContract {

    private final Map<String, Cost> table = read();
    private CountedHost host;

    @BeforeAll
    void start() {
        host = new CountedHost(TestDatabase.POSTGRES);
    }

    @AfterAll
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Override
    protected StoreUnderTest open() {
        return host.empty();
    }

    @Override
    protected Cost traffic(Runnable work) {
        List<String> statements = new ArrayList<>();
        int ends = host.counter.endsDuring(() -> statements.addAll(host.counter.during(work)));
        return new Cost(statements.size(), statements.size() + ends, 0);
    }

    @Override
    protected Map<String, Cost> table() {
        return table;
    }

    /** Lines of a name and three numbers, with a bar between them; others are words. */
    private static Map<String, Cost> read() {
        Map<String, Cost> table = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(FlowCostOnPostgresTest.class.getResourceAsStream("/flow-costs.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] cells = line.split("\\|");
                if (cells.length == 4) {
                    table.put(
                            cells[0].strip(),
                            new Cost(
                                    Integer.parseInt(cells[1].strip()),
                                    Integer.parseInt(cells[2].strip()),
                                    Long.parseLong(cells[3].strip())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
