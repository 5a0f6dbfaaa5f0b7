"""The browser itself: when this fails, no other failure here means anything."""


def test_the_browser_runs_scripts_and_finds_things_by_what_they_say(person):
    page = person()
    page.set_content(
        """<label>Name <input></label><button>Greet</button><p role="status"></p>
        <script type="module">
            document.querySelector("button").onclick = () =>
                document.querySelector("p").textContent = "Hello " + document.querySelector("input").value
        </script>"""
    )
    page.get_by_label("Name").fill("Ada")
    page.get_by_role("button", name="Greet").click()
    assert page.get_by_role("status").inner_text() == "Hello Ada"
