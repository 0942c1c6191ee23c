package hadamask.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small files of settings: every way in which a line can be written.
final class SettingSeeds {
    private SettingSeeds() {
    }

    static List<byte[]> texts() {
        return List.of("# paper\nclosing=5x10\nbackground=#ffffff\nfill-holes=all\nforeground=dark\n",
                "clusters=3\ngray : rec601\nseed 7\nmin-area=20\ntrim=4\nquality=80\n",
                "preset=cells\nmax-pixels=1000000\ninvert\nthreshold=128\n\\u0062order=zero\nlargest=true\n",
                "o=\\\n  cut.png\noutput=a b.png\nforeground=3,4\ncompression=9\njobs=2\nerrors=-\nstats=s.csv\n")
                .stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
