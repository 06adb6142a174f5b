package dev.lockstile.benchmarks.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.benchmarks.servlet.KeptConnection.Reply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {

    @Test
    void several_requests_are_answered_over_one_connection() {
        try (JettyHost host = JettyHost.serve(
                        "test-http", context -> context.addServlet(new ServletHolder(new Echo()), "/*"));
                KeptConnection http = new KeptConnection(host.port())) {
            Reply first = http.get("/one", "token").expect(200);
            Reply second = http.postJson("/two", "{\"a\":1}").expect(200);
            assertThat(http.postForm("/three", "a=1").expect(204).body()).isEmpty();
            assertThat(List.of(first.member("said"), second.member("said")))
                    .containsExactly("GET /one Bearer token", "POST /two null");
            assertThat(first.member("port")).isEqualTo(second.member("port"));
            assertThat(first.member("thread")).startsWith("test-http");
            assertThatThrownBy(() -> second.expect(201)).hasMessageContaining("200 instead of 201");
        }
    }

    /** Tells what it was asked. */
    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/three")) {
                response.setStatus(204);
                return;
            }
            String said =
                    request.getMethod() + " " + request.getRequestURI() + " " + request.getHeader("Authorization");
            response.getWriter()
                    .print("{\"said\":\"" + said + "\",\"port\":\"" + request.getRemotePort() + "\",\"thread\":\""
                            + Thread.currentThread().getName() + "\"}");
        }
    }
}
