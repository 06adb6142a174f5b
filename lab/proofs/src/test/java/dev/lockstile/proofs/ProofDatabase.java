package dev.lockstile.proofs;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;

/** A database server that several processes use. */
interface ProofDatabase extends AutoCloseable {

    /** The address of a new, empty database. */
    String fresh();

    /** Who signs in there. */
    String user();

    @Override
    void close();

    /** PostgreSQL with all its care for the disk. */
    static ProofDatabase postgres() {
        PostgresServer server = PostgresServer.start();
        return new ProofDatabase() {
            @Override
            public String fresh() {
                return server.fresh();
            }

            @Override
            public String user() {
                return "postgres";
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    /** H2 in server mode: in this process, for others over TCP. */
    static ProofDatabase h2() {
        AtomicInteger count = new AtomicInteger();
        Server server = tcpServer();
        return new ProofDatabase() {
            @Override
            public String fresh() {
                return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:proof" + count.incrementAndGet()
                        + ";DB_CLOSE_DELAY=-1";
            }

            @Override
            public String user() {
                return "sa";
            }

            @Override
            public void close() {
                server.stop();
            }
        };
    }

    private static Server tcpServer() {
        try {
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
