package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.Right;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's servlets that lead a request to another one behind the filter. */
class BearerAuthDispatchTest extends BearerAuthFixture {

    @BeforeEach
    void lead() {
        BearerAuthFilter filter = BearerAuthFilter.of(
                auth, HttpSettings.defaults().withSnakeCase().withClock(clock));
        EnumSet<DispatcherType> all = EnumSet.complementOf(EnumSet.of(DispatcherType.ERROR));
        for (String way : new String[] {"/forward", "/include", "/async"}) {
            ServletHolder leading = new ServletHolder(new Leading(way, () -> {}));
            leading.setAsyncSupported(true);
            handler.addServlet(leading, way + "/*");
        }
        add(filter, "/held/*", all);
        add(filter.demandingRight(Right.SUPERUSER), "/kept/*", all);
        ServletHolder late = new ServletHolder(new Leading("/forward", () -> clock.advance(Duration.ofDays(1))));
        handler.addServlet(late, "/late/*");
        add(filter, "/late/api/*", EnumSet.of(DispatcherType.REQUEST));
        add(filter, "/forward/api/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private void add(BearerAuthFilter filter, String path, EnumSet<DispatcherType> types) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        handler.addFilter(holder, path, types);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forward", "/async"})
    void a_request_that_is_led_there_needs_a_token(String way) {
        assertThat(api.get(way + "/held/x").status()).isEqualTo(401);
        String access = access(tokens("ana@example.com"));
        assertThat(bearing(access).get(way + "/held/x").text()).contains("true false false false");
        assertThat(bearing(access).get(way + "/kept/x").code()).isEqualTo("forbidden");
    }

    @Test
    void a_page_that_includes_one_is_answered_without_it() {
        assertThat(api.get("/include/held/x").status()).isEqualTo(200);
        assertThat(api.get("/include/held/x").text()).isEqualTo("begin  end");
        String access = access(tokens("ana@example.com"));
        assertThat(bearing(access).get("/include/held/x").text()).contains("true false false false end");
        assertThat(bearing(access).get("/include/kept/x").text()).isEqualTo("begin  end");
    }

    @Test
    void a_caller_who_was_let_in_once_is_not_let_in_where_more_is_demanded() {
        String access = access(tokens("ana@example.com"));
        assertThat(bearing(access).get("/forward/api/held/x").text()).contains("true false false false");
        assertThat(bearing(access).get("/forward/api/kept/x").code()).isEqualTo("forbidden");
    }

    @Test
    void a_token_that_ends_on_the_way_was_good_for_the_whole_request() {
        String access = access(tokens("ana@example.com"));
        assertThat(bearing(access).get("/late/api/held/x").text()).contains("true false false false");
        assertThat(bearing(access).get("/held/x").status()).isEqualTo(401);
    }

    /** Leads to the path after its own. */
    private static final class Leading extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final String way;
        private final transient Runnable before;

        Leading(String way, Runnable before) {
            this.way = way;
            this.before = before;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            String path = request.getPathInfo().replaceFirst("^/api", "");
            before.run();
            RequestDispatcher there = request.getRequestDispatcher(path);
            switch (way) {
                case "/forward" -> there.forward(request, response);
                case "/async" -> request.startAsync().dispatch(path);
                default -> {
                    response.getWriter().write("begin ");
                    there.include(request, response);
                    response.getWriter().write(" end");
                }
            }
        }
    }
}
