import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * Says {} when ready, then answers each line of its input with a line, and ends with its input. A line is a configuration as
 * JSON_CONFIG of the server's own program, and starts one more server; or {"do": "requests"}, what the newest was asked since.
 */
class Server {
    public static void main(String[] words) throws Exception {
        MockOAuth2Server newest = null;
        System.out.println("{}");
        var lines = new Scanner(System.in);
        while (lines.hasNextLine()) {
            var line = lines.nextLine();
            if (line.contains("\"do\"")) {
                System.out.println("{\"requests\": [" + String.join(", ", requests(newest)) + "]}");
            } else {
                newest = new MockOAuth2Server(OAuth2Config.Companion.fromJson(line));
                newest.start(InetAddress.getLoopbackAddress(), 0);
                System.out.println("{\"url\": \"" + newest.baseUrl() + "\"}");
            }
        }
        System.exit(0);
    }

    private static List<String> requests(MockOAuth2Server server) {
        var all = new ArrayList<String>();
        while (true) {
            try {
                var request = server.takeRequest(0, TimeUnit.SECONDS);
                var proof = request.getHeader("DPoP") == null ? "" : " with a proof";
                all.add('"' + request.getMethod() + " " + request.getRequestUrl().encodedPath() + proof + '"');
            } catch (RuntimeException none) {
                return all;
            }
        }
    }
}
