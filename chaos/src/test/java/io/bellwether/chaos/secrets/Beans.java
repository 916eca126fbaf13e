package io.bellwether.chaos.secrets;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** All that a JVM shows over JMX. */
final class Beans {
  private Beans() {}

  /** Where a JVM of this user, started by the test, is asked. */
  static String address(long pid) throws IOException, AttachNotSupportedException {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
    try {
      return machine.startLocalManagementAgent();
    } finally {
      machine.detach();
    }
  }

  /** Each attribute of each bean, as text. */
  @SuppressWarnings("BanJNDI")
  static Map<String, String> at(String address) throws IOException, JMException {
    Map<String, String> shown = new TreeMap<>();
    try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      for (ObjectName name : server.queryNames(null, null)) {
        for (MBeanAttributeInfo attribute : attributes(server, name)) {
          shown.put(name + " " + attribute.getName(), read(server, name, attribute));
        }
      }
    }
    return shown;
  }

  private static MBeanAttributeInfo[] attributes(MBeanServerConnection server, ObjectName name)
      throws IOException, JMException {
    try {
      return server.getMBeanInfo(name).getAttributes();
    } catch (InstanceNotFoundException gone) {
      // Clients that live for one call of the REST API come and go.
      return new MBeanAttributeInfo[0];
    }
  }

  private static String read(
      MBeanServerConnection server, ObjectName name, MBeanAttributeInfo attribute)
      throws IOException {
    try {
      Object value = server.getAttribute(name, attribute.getName());
      return value instanceof Object[] several
          ? Arrays.deepToString(several)
          : String.valueOf(value);
    } catch (JMException | RuntimeMBeanException | IOException unreadable) {
      // Some are for other machines, and what cannot be sent as a value is told by its error.
      return String.valueOf(unreadable);
    }
  }
}
