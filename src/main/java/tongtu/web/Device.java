package tongtu.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a browser says it is, coarsely: enough for its owner to know it again in a list.
final class Device {
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // Each claims to be those that come after it.
        BROWSERS.put("MicroMessenger", "微信");
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("Chrome", "Chrome");
        BROWSERS.put("Safari", "Safari");
        SYSTEMS.put("HarmonyOS", "鸿蒙");
        SYSTEMS.put("Android", "安卓");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Linux", "Linux");
    }

    private Device() {}

    static String of(@Nullable String agent) {
        return agent == null
                ? "未知的浏览器"
                : find(agent, BROWSERS, "别的浏览器") + " · " + find(agent, SYSTEMS, "别的系统");
    }

    private static String find(String agent, Map<String, String> names, String other) {
        return names.entrySet().stream()
                .filter(each -> agent.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(other);
    }
}
