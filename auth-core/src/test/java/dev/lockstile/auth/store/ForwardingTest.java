package dev.lockstile.auth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ForwardingTest {

    private final Port target = new Port() {
        @Override
        public String name(String given) {
            return "target " + given;
        }

        @Override
        public int size(List<String> texts) {
            return texts.size();
        }
    };

    @Test
    void a_replaced_verb_is_answered_by_its_method_and_the_others_by_the_target() {
        Port port = Forwarding.replacing(Port.class, target, new Object() {
            String name(String given) {
                return "replaced " + given;
            }
        });
        assertThat(port.name("a")).isEqualTo("replaced a");
        assertThat(port.size(List.of("a", "b"))).isEqualTo(2);
    }

    @Test
    void an_exception_of_a_replaced_verb_comes_as_it_is() {
        Port port = Forwarding.replacing(Port.class, target, new Object() {
            String name(String given) {
                throw new IllegalStateException(given);
            }
        });
        assertThatThrownBy(() -> port.name("a"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("a");
    }

    @Test
    void a_method_that_is_no_verb_of_the_port_is_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forwarding.replacing(Port.class, target, new Object() {
                    String title(String given) {
                        return given;
                    }
                }))
                .withMessageContaining("title");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forwarding.replacing(Port.class, target, new Object() {
                    long size(List<String> texts) {
                        return texts.size();
                    }
                }))
                .withMessageContaining("size");
    }

    private interface Port {
        String name(String given);

        int size(List<String> texts);
    }
}
