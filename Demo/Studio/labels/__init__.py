"""Labels as our printer would print them, drawn at so many pixels per millimetre. The fonts are Debian's own and free
(SIL Open Font License): fonts-ebgaramond and fonts-league-spartan. Only what they draw goes into a picture.
"""
