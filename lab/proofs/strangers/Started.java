package stranger;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Says that a host is ready, what processor time that took, and then how much of the heap stays in use. */
final class Started {

    private Started() {}

    static void tell() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("@ready " + system.getProcessCpuTime());
        System.gc();
        System.gc();
        System.out.println("@heap "
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
