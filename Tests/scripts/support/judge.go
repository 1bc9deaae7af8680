// A judge of logs that has no line of ours in it: notes, tiles and proofs are those of golang.org/x/mod, as Go's own checksum
// database is checked. Run with GOPATH=/usr/share/gocode GO111MODULE=off (Debian: golang-golang-x-mod-dev).
//
//	judge state FOLDER KEY               the signed state, and that every tile and every entry leads to it
//	judge extends FOLDER KEY OLD         that the state begins with the older one in the file OLD
//	judge proof FILE KEY SEQ HASH        that a .tlog-proof shows an act of that place and hash
//	judge rewrites FOLDER KEY OLD COUNT  makes so many rewritten logs of the older state's acts and looks whether each is found
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(format string, values ...interface{}) {
	fmt.Printf("no: "+format+"\n", values...)
	os.Exit(1)
}

func need(err error, what string) {
	if err != nil {
		fail("%s: %v", what, err)
	}
}

// The state that a note of this key signs.
func state(signed []byte, key string) tlog.Tree {
	verifier, err := note.NewVerifier(key)
	need(err, "the key")
	opened, err := note.Open(signed, note.VerifierList(verifier))
	need(err, "the note")
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		fail("the note is of another log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	need(err, "the size")
	hash, err := tlog.ParseHash(lines[2])
	need(err, "the root")
	return tlog.Tree{N: size, Hash: hash}
}

func read(path string) []byte {
	content, err := os.ReadFile(path)
	need(err, path)
	return content
}

// The folder's tiles, as x/mod asks for them. C2SP leaves the height out of the path: it is always 8.
type folder struct {
	place   string
	fetched int
}

func (f *folder) Height() int                     { return 8 }
func (f *folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f *folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range tiles {
		content, err := os.ReadFile(filepath.Join(f.place, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		f.fetched += len(content)
		found = append(found, content)
	}
	return found, nil
}

// Every entry of the log, in its order.
func entries(place string, size int64) [][]byte {
	var all [][]byte
	for n := int64(0); n*256 < size; n++ {
		tile := tlog.Tile{H: 8, L: 0, N: n, W: 256}
		if (n+1)*256 > size {
			tile.W = int(size - n*256)
		}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		rest := read(filepath.Join(place, path))
		for len(rest) > 0 {
			if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
				fail("%s is cut short", path)
			}
			length := int(binary.BigEndian.Uint16(rest))
			all = append(all, rest[2:2+length])
			rest = rest[2+length:]
		}
	}
	if int64(len(all)) != size {
		fail("there are %d entries and not %d", len(all), size)
	}
	return all
}

// A log that is held in memory.
type held []tlog.Hash

func (h held) ReadHashes(places []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(places))
	for i, place := range places {
		found[i] = h[place]
	}
	return found, nil
}

func made(entries [][]byte) (held, tlog.Hash) {
	var log held
	for n, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(n), entry, log)
		need(err, "hashing")
		log = append(log, hashes...)
	}
	root, err := tlog.TreeHash(int64(len(entries)), log)
	need(err, "the root")
	return log, root
}

func rewrites(own [][]byte, old, now tlog.Tree, count int) {
	random := rand.New(rand.NewSource(2010))
	entry := func(n int) []byte { return []byte(fmt.Sprintf(`{"seq":%d,"sha256":"%064x"}`, n+1, random.Uint64())) }
	found := map[string]int{}
	kinds := []string{"edit", "drop", "insert", "reorder", "truncate", "made anew"}
	for i := 0; i < count; i++ {
		kind := kinds[i%len(kinds)]
		log := append([][]byte{}, own...)
		place := random.Intn(int(old.N))
		switch kind {
		case "edit":
			log[place] = entry(place)
		case "drop":
			log = append(log[:place:place], log[place+1:]...)
		case "insert":
			log = append(log[:place:place], append([][]byte{entry(place)}, log[place:]...)...)
		case "reorder":
			other := (place + 1 + random.Intn(int(old.N)-1)) % int(old.N)
			log[place], log[other] = log[other], log[place]
		case "truncate":
			log = log[:place]
		case "made anew":
			for n := range log {
				log[n] = entry(n)
			}
		}
		hashes, root := made(log)
		size := int64(len(log))
		// What the operator shows to someone who kept the older state: the best proof that this log has.
		if size < old.N {
			found[kind]++
			continue
		}
		proof, err := tlog.ProveTree(size, old.N, hashes)
		need(err, "proving")
		if tlog.CheckTree(proof, size, root, old.N, old.Hash) != nil {
			found[kind]++
		}
	}
	// Two readers who are shown different logs of the same length have different roots, and each was signed.
	split := append([][]byte{}, own...)
	split[len(split)-1] = entry(len(split) - 1)
	if _, root := made(split); root == now.Hash {
		fail("a split view has the root of the true log")
	}
	total := 0
	for _, kind := range kinds {
		total += found[kind]
	}
	if total != count {
		fail("%d of %d rewrites were found: %v", total, count, found)
	}
	fmt.Printf("yes: %d of %d rewrites were found: %v\n", total, count, found)
}

func main() {
	arguments := os.Args[1:]
	if len(arguments) < 3 {
		fail("what is to be judged?")
	}
	key := arguments[2]
	switch arguments[0] {
	case "state":
		tree := state(read(filepath.Join(arguments[1], "checkpoint")), key)
		place := &folder{place: arguments[1]}
		reader := tlog.TileHashReader(tree, place)
		all := entries(arguments[1], tree.N)
		for n, entry := range all {
			hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(n))})
			need(err, fmt.Sprintf("tiles of act %d", n+1))
			if hashes[0] != tlog.RecordHash(entry) {
				fail("the entry of act %d is not its leaf", n+1)
			}
		}
		fmt.Printf("yes: %d acts, %s\n", tree.N, tree.Hash)
	case "extends":
		tree, old := state(read(filepath.Join(arguments[1], "checkpoint")), key), state(read(arguments[3]), key)
		if tree.N < old.N {
			fail("the state has %d acts and had %d", tree.N, old.N)
		}
		place := &folder{place: arguments[1]}
		proof, err := tlog.ProveTree(tree.N, old.N, tlog.TileHashReader(tree, place))
		need(err, "the tiles")
		need(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash), "the older state")
		fmt.Printf("yes: %d acts follow %d, by %d bytes\n", tree.N, old.N, place.fetched)
	case "proof":
		parts := bytes.SplitN(read(arguments[1]), []byte("\n\n"), 2)
		if len(parts) != 2 {
			fail("there is no state below the proof")
		}
		tree := state(parts[1], key)
		lines := strings.Split(string(parts[0]), "\n")
		if len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
			fail("it is no proof")
		}
		seq, err := strconv.ParseInt(arguments[3], 10, 64)
		need(err, "the number")
		if lines[1] != fmt.Sprintf("index %d", seq-1) {
			fail("it is the proof of another act")
		}
		var proof tlog.RecordProof
		for _, line := range lines[2:] {
			hash, err := base64.StdEncoding.DecodeString(line)
			if err != nil || len(hash) != tlog.HashSize {
				fail("%q is no hash", line)
			}
			proof = append(proof, *(*tlog.Hash)(hash))
		}
		leaf := tlog.RecordHash([]byte(fmt.Sprintf(`{"seq":%d,"sha256":"%s"}`, seq, arguments[4])))
		need(tlog.CheckRecord(proof, tree.N, tree.Hash, seq-1, leaf), "the proof")
		fmt.Printf("yes: act %d is one of %d\n", seq, tree.N)
	case "rewrites":
		tree, old := state(read(filepath.Join(arguments[1], "checkpoint")), key), state(read(arguments[3]), key)
		count, err := strconv.Atoi(arguments[4])
		need(err, "the count")
		all := entries(arguments[1], tree.N)
		if _, root := made(all); root != tree.Hash {
			fail("the entries do not lead to the root")
		}
		rewrites(all, old, tree, count)
	default:
		fail("what is to be judged?")
	}
}
